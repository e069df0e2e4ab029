import { act, renderHook } from '@testing-library/react';
import { formatDuration, useCallDuration } from '../../src/hooks/index.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { withPhone } from '../support/withPhone.js';

describe('useCallDuration', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 100_000 }));
  afterEach(() => void vi.useRealTimers());

  const mount = (facts: Parameters<typeof fakeCall>[0]) => {
    const phone = fakePhone({ calls: [fakeCall(facts)] });
    return { phone, ...renderHook(() => useCallDuration(), { wrapper: withPhone(phone) }) };
  };

  it('is nothing until the call is answered', () => {
    expect(mount({ state: 'ringing' }).result.current).toBeUndefined();
  });

  it('ticks on the full seconds of the call', () => {
    const { result } = mount({ answeredAt: 97_300 });
    expect(result.current).toBe(2);
    act(() => vi.advanceTimersByTime(299));
    expect(result.current).toBe(2);
    act(() => vi.advanceTimersByTime(1));
    expect(result.current).toBe(3);
    act(() => vi.advanceTimersByTime(60_000));
    expect(result.current).toBe(63);
  });

  it('is right at once after the page slept', () => {
    const { result } = mount({ answeredAt: 100_000 });
    vi.setSystemTime(3_700_000);
    act(() => vi.advanceTimersToNextTimer());
    expect(result.current).toBe(3601);
  });

  it('stays at its last value when the call ends, and asks for no more time', () => {
    const { result, phone } = mount({ answeredAt: 95_000 });
    act(() =>
      phone.store.setState({
        calls: [fakeCall({ answeredAt: 95_000, endedAt: 100_400, state: 'terminated' })],
      }),
    );
    expect(result.current).toBe(5);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is never negative on a clock that was set back', () => {
    expect(mount({ answeredAt: 101_000 }).result.current).toBe(0);
  });

  it('leaves no timer behind', () => {
    mount({ answeredAt: 100_000 }).unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it.each([
  [0, '0:00'],
  [9, '0:09'],
  [65, '1:05'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [36_065, '10:01:05'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
