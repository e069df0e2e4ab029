import {
  isIncoming,
  selectActiveCall,
  selectCall,
  selectIncomingIds,
  selectStatus,
} from '../../src/phone/selectors.js';
import type { CallId, PhoneState } from '../../src/phone/state.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';

const stateOf = (state: Partial<PhoneState>) => fakePhone(state).store.getState();

describe('the status in one word', () => {
  it.each<[PhoneState['transport'], PhoneState['registration'], string]>([
    ['disconnected', 'off', 'offline'],
    ['disconnected', 'unregistered', 'offline'],
    ['disconnected', 'rejected', 'sign-in-failed'],
    ['connecting', 'off', 'connecting'],
    ['connecting', 'rejected', 'connecting'],
    ['reconnecting', 'registered', 'reconnecting'],
    ['reconnecting', 'rejected', 'reconnecting'],
    ['connected', 'off', 'ready'],
    ['connected', 'registered', 'ready'],
    ['connected', 'unregistered', 'connecting'],
    ['connected', 'registering', 'connecting'],
    ['connected', 'rejected', 'sign-in-failed'],
  ])('%s and %s is %s', (transport, registration, status) => {
    expect(selectStatus(stateOf({ transport, registration }))).toBe(status);
  });
});

describe('the active call', () => {
  const established = (id: string) => fakeCall({ id, state: 'established' });
  const dialling = (id: string) => fakeCall({ id, state: 'trying' });
  const ringing = (id: string) => fakeCall({ id, state: 'ringing', direction: 'inbound' });
  const ended = (id: string) => fakeCall({ id, state: 'terminated' });

  it.each([
    ['none without calls', [], undefined],
    ['none while one only rings here', [ringing('a')], undefined],
    ['the newest established one', [established('a'), established('b'), dialling('c')], 'b'],
    ['the newest live one before any is established', [dialling('a'), dialling('b'), ringing('c')], 'b'],
    ['one that is being dialled, not one that has ended', [dialling('a'), ended('b')], 'a'],
    ['one that rings at the other end', [fakeCall({ id: 'a', state: 'ringing' })], 'a'],
    ['the newest ended one at last', [ended('a'), ended('b'), ringing('c')], 'b'],
  ])('is %s', (_, calls, id) => {
    expect(selectActiveCall(stateOf({ calls }))?.id).toBe(id);
  });

  it('can be looked up by its id until it is dismissed', () => {
    const state = stateOf({ calls: [ended('a')], history: [ended('a'), ended('b')] });
    expect(selectCall(state, 'a' as CallId)).toBe(state.calls[0]);
    expect(selectCall(state, 'b' as CallId)).toBeUndefined();
  });

  it('is not incoming once it is answered, nor when it rings at the other end', () => {
    const calls = [ringing('a'), fakeCall({ id: 'b', state: 'ringing' }), established('c'), ringing('d')];
    expect(selectIncomingIds(stateOf({ calls }))).toEqual(['a', 'd']);
    expect(calls.map(isIncoming)).toEqual([true, false, false, true]);
  });
});
