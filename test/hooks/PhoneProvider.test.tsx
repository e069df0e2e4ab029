import { render, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { PhoneProvider, usePhone } from '../../src/hooks/index.js';
import { fakePhone } from '../../src/testing/fakePhone.js';
import { withPhone } from '../support/withPhone.js';

/** A phone that counts who holds it connected. */
function countedPhone() {
  let holders = 0;
  const phone = fakePhone(
    {},
    {
      connect: () => {
        holders += 1;
        return () => {
          holders -= 1;
        };
      },
    },
  );
  return { phone, holders: () => holders };
}

describe('<PhoneProvider>', () => {
  it('holds the phone once while mounted, under StrictMode too', () => {
    const { phone, holders } = countedPhone();
    const view = render(<PhoneProvider phone={phone} />, { wrapper: StrictMode });
    expect(holders()).toBe(1);
    view.rerender(<PhoneProvider phone={phone} />);
    expect(holders()).toBe(1);
    view.unmount();
    expect(holders()).toBe(0);
  });

  it('lets go of one phone when it is given another', () => {
    const [first, second] = [countedPhone(), countedPhone()];
    const view = render(<PhoneProvider phone={first.phone} />);
    view.rerender(<PhoneProvider phone={second.phone} />);
    expect([first.holders(), second.holders()]).toEqual([0, 1]);
  });

  it('keeps a phone that two of them hold until the last one goes', () => {
    const { phone, holders } = countedPhone();
    const [one, two] = [render(<PhoneProvider phone={phone} />), render(<PhoneProvider phone={phone} />)];
    one.unmount();
    expect(holders()).toBe(1);
    two.unmount();
    expect(holders()).toBe(0);
  });
});

describe('usePhone', () => {
  it('gives the phone of the nearest provider', () => {
    const phone = fakePhone();
    expect(renderHook(usePhone, { wrapper: withPhone(phone) }).result.current).toBe(phone);
  });

  it('says what is missing, why, and what to do', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => renderHook(usePhone)).toThrow(
      /no phone here.+nearest <PhoneProvider>.+Wrap the tree in <PhoneProvider phone=\{phone\}>/,
    );
  });
});
