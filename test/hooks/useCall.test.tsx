import { act, renderHook } from '@testing-library/react';
import {
  useCall,
  useCalls,
  useHistory,
  useIncomingCalls,
  usePhoneState,
  useStatus,
} from '../../src/hooks/index.js';
import type { Call, CallId } from '../../src/phone/state.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { withPhone } from '../support/withPhone.js';

const a = fakeCall({ id: 'a' });
const b = fakeCall({ id: 'b', state: 'trying' });

describe('useCall', () => {
  it('reads the given call, else the one in scope, else the active one', () => {
    const phone = fakePhone({ calls: [a, b] });
    const scoped = withPhone(phone, 'b');
    expect(renderHook(() => useCall('a' as CallId), { wrapper: scoped }).result.current).toBe(a);
    expect(renderHook(() => useCall(), { wrapper: scoped }).result.current).toBe(b);
    expect(renderHook(() => useCall(), { wrapper: withPhone(phone) }).result.current).toBe(a);
  });

  it('is undefined when there is none, even once it is gone', () => {
    const phone = fakePhone({ calls: [a] });
    const { result } = renderHook(() => useCall(undefined, ({ id }) => id), {
      wrapper: withPhone(phone, 'a'),
    });
    expect(result.current).toBe('a');
    act(() => phone.store.setState({ calls: [] }));
    expect(result.current).toBeUndefined();
  });

  it('follows the active call as another one becomes it', () => {
    const phone = fakePhone({ calls: [a, b] });
    const { result } = renderHook(() => useCall()?.id, { wrapper: withPhone(phone) });
    act(() => phone.store.setState({ calls: [a, { ...b, state: 'established' }] }));
    expect(result.current).toBe('b');
  });

  it.each<[string, (call: Call) => unknown]>([
    ['a value', (call) => call.state],
    ['a new object of the same things', ({ state, hold }) => ({ state, hold })],
  ])('re-renders only when what is selected changes: %s', (_, select) => {
    const phone = fakePhone({ calls: [a, b] });
    let renders = 0;
    renderHook(
      () => {
        renders += 1;
        return useCall('a' as CallId, select);
      },
      { wrapper: withPhone(phone) },
    );
    const before = renders;
    act(() => phone.store.setState({ calls: [{ ...a, muted: true }, b] }));
    act(() => phone.store.setState({ calls: [{ ...a, muted: true }] }));
    expect(renders).toBe(before);
    act(() => phone.store.setState({ calls: [{ ...a, state: 'terminated' }] }));
    expect(renders).toBeGreaterThan(before);
  });
});

describe('the lists', () => {
  it('are the calls, the ids that ring here and the history, as they are in the state', () => {
    const ringing = fakeCall({ id: 'c', direction: 'inbound', state: 'ringing' });
    const phone = fakePhone({ calls: [a, ringing], history: [b] });
    const { result } = renderHook(
      () => ({ calls: useCalls(), incoming: useIncomingCalls(), history: useHistory() }),
      { wrapper: withPhone(phone) },
    );
    const { calls, history } = phone.store.getState();
    expect(result.current.calls).toBe(calls);
    expect(result.current.history).toBe(history);
    const { incoming } = result.current;
    expect(incoming).toEqual(['c']);
    act(() => phone.store.setState({ calls: [ringing] }));
    expect(result.current.incoming).toBe(incoming);
  });
});

describe('usePhoneState and useStatus', () => {
  it('read what the phone knows', () => {
    const phone = fakePhone({ attempt: 3 });
    const { result } = renderHook(() => [usePhoneState(({ attempt }) => attempt), useStatus()], {
      wrapper: withPhone(phone),
    });
    expect(result.current).toEqual([3, 'ready']);
    act(() => phone.store.setState({ transport: 'reconnecting', attempt: 4 }));
    expect(result.current).toEqual([4, 'reconnecting']);
  });
});
