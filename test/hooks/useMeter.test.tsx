import { render, screen } from '@testing-library/react';
import { useMeter } from '../../src/hooks/index.js';
import type { MeterSource } from '../../src/phone/phone.js';
import { fakePhone } from '../../src/testing/fakePhone.js';
import { withPhone } from '../support/withPhone.js';

/** A phone whose levels the test makes. */
function meteredPhone() {
  const meters = new Map<(level: number) => void, MeterSource>();
  const phone = fakePhone(
    {},
    {
      meter: (source, callback) => {
        meters.set(callback, source);
        return () => meters.delete(callback);
      },
    },
  );
  const say = (level: number) => {
    for (const callback of meters.keys()) callback(level);
  };
  return { phone, say, sources: () => [...meters.values()] };
}

const Ring = ({ source }: { source: MeterSource | undefined }) => (
  <i data-testid="ring" ref={useMeter(source)} />
);
const level = () => screen.getByTestId('ring').style.getPropertyValue('--hs-level');

describe('useMeter', () => {
  it('writes the level on the element, and stops with it', () => {
    const { phone, say, sources } = meteredPhone();
    const { unmount } = render(<Ring source="microphone" />, { wrapper: withPhone(phone) });
    expect(sources()).toEqual(['microphone']);
    say(0.25);
    expect(level()).toBe('0.250');
    unmount();
    expect(sources()).toEqual([]);
  });

  it('follows its source, from silence', () => {
    const { phone, say, sources } = meteredPhone();
    const view = render(<Ring source="microphone" />, { wrapper: withPhone(phone) });
    say(0.5);
    view.rerender(<Ring source={'call-1' as MeterSource} />);
    expect(sources()).toEqual(['call-1']);
    expect(level()).toBe('');
    view.rerender(<Ring source={undefined} />);
    expect(sources()).toEqual([]);
  });
});
