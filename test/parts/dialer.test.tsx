import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DialerParts } from '../../src/parts/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

function mount(defaultValue = '', phone = spyPhone()) {
  render(
    <DialerParts.Root defaultValue={defaultValue}>
      <DialerParts.Input aria-label="Number" />
      <DialerParts.Key digit="4" />
      <DialerParts.Key digit="2">
        <b>2</b> ABC
      </DialerParts.Key>
      <DialerParts.Delete>Delete</DialerParts.Delete>
      <DialerParts.Call>Call</DialerParts.Call>
    </DialerParts.Root>,
    { wrapper: withPhone(phone) },
  );
  return phone;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const input = () => screen.getByRole('textbox', { name: 'Number' });
const called = (phone: ReturnType<typeof spyPhone>) => phone.call.mock.calls.map(([target]) => target);

describe('a dialer', () => {
  it('dials by its keys, erases, calls and clears', async () => {
    const phone = mount();
    await press('4');
    await press('4');
    await press('Delete');
    await press('2');
    expect(input()).toHaveValue('42');
    await press('Call');
    expect(called(phone)).toEqual(['42']);
    expect(input()).toHaveValue('');
  });

  it('dials by the keyboard alone', async () => {
    const phone = mount();
    await userEvent.type(input(), 'sip:bob@example.com{Enter}');
    expect(called(phone)).toEqual(['sip:bob@example.com']);
    expect(input()).toHaveFocus();
  });

  it('lets the phone say that there is nothing to call', async () => {
    const phone = mount();
    await press('Call');
    expect(called(phone)).toEqual(['']);
  });

  it('keeps what cannot be called, to be mended', async () => {
    const phone = spyPhone();
    phone.call.mockRejectedValue(new PhoneError('target-invalid', 'nothing to call'));
    mount('not a number', phone);
    await press('Call');
    expect(input()).toHaveValue('not a number');
  });

  it('names a part that stands outside of it', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => render(<DialerParts.Call />, { wrapper: withPhone(spyPhone()) })).toThrow(
      /stands alone.+<DialerParts.Root>.+Put it inside one/,
    );
  });
});
