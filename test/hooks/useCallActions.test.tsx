import { act, renderHook } from '@testing-library/react';
import { type CallActions, useCallActions } from '../../src/hooks/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import type { CallId } from '../../src/phone/state.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const verbs: { [V in keyof CallActions]: Parameters<CallActions[V]> } = {
  answer: [],
  decline: [],
  silence: [],
  hangup: [],
  hold: [],
  resume: [],
  mute: [],
  unmute: [],
  sendDtmf: ['12#'],
  dismiss: [],
};
const table = Object.entries(verbs) as [keyof CallActions, string[]][];

const actionsOf = (phone: ReturnType<typeof spyPhone>, scope?: string, id?: string) =>
  renderHook(
    () => useCallActions(id as CallId | undefined) as Record<string, (...args: string[]) => unknown>,
    {
      wrapper: withPhone(phone, scope),
    },
  );

describe.each(table)('%s', (verb, args) => {
  it('acts on the given call, else the one in scope, else the active one', async () => {
    const phone = spyPhone({ calls: [fakeCall({ id: 'active' })] });
    await actionsOf(phone, 'scoped', 'given').result.current[verb]!(...args);
    await actionsOf(phone, 'scoped').result.current[verb]!(...args);
    await actionsOf(phone).result.current[verb]!(...args);
    expect(phone[verb].mock.calls).toEqual([
      ['given', ...args],
      ['scoped', ...args],
      ['active', ...args],
    ]);
  });

  it('does nothing without a call', async () => {
    const phone = spyPhone();
    await actionsOf(phone).result.current[verb]!(...args);
    expect(phone[verb]).not.toHaveBeenCalled();
  });

  it('does not reject when the phone fails: that is told in lastError', async () => {
    const phone = spyPhone({ calls: [fakeCall()] });
    phone[verb].mockRejectedValue(new PhoneError('media-failed', 'no luck'));
    await expect(actionsOf(phone).result.current[verb]!(...args)).resolves.toBeUndefined();
  });

  it('shows a mistake of the program to the page', async () => {
    const mistake = new Error('that call never was');
    const later = vi.fn();
    const phone = spyPhone({ calls: [fakeCall()] });
    phone[verb].mockImplementation(() => {
      throw mistake;
    });
    const { result } = actionsOf(phone);
    vi.stubGlobal('queueMicrotask', later);
    const settled = result.current[verb]!(...args);
    vi.unstubAllGlobals();
    await settled;
    expect(later.mock.lastCall?.[0]).toThrow(mistake);
  });
});

it('stays the same object while the phone and the call do', () => {
  const phone = spyPhone({ calls: [fakeCall()] });
  const { result, rerender } = actionsOf(phone);
  const first = result.current;
  act(() => phone.store.setState({ calls: [fakeCall({ muted: true })] }));
  rerender();
  expect(result.current).toBe(first);
});
