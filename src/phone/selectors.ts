import type { Call, CallId, PhoneState } from './state.js';

/** What a person wants to know of a phone in one word. Each has words in every locale. */
export type PhoneStatus = 'ready' | 'connecting' | 'reconnecting' | 'offline' | 'sign-in-failed';

/** How the phone is, in one word; a primitive, so it may be selected as it is. */
export function selectStatus({ transport, registration }: PhoneState): PhoneStatus {
  if (transport === 'connecting' || transport === 'reconnecting') return transport;
  if (registration === 'rejected') return 'sign-in-failed';
  if (transport === 'disconnected') return 'offline';
  // A phone that does not register is ready as soon as it is connected.
  return registration === 'registered' || registration === 'off' ? 'ready' : 'connecting';
}

/** A call on screen, live or ended; `undefined` once it was dismissed. */
export const selectCall = ({ calls }: PhoneState, id: CallId): Call | undefined =>
  calls.find((call) => call.id === id);

/** A call that rings here and waits for the person to answer or decline. */
export const isIncoming = (call: Call): boolean => call.direction === 'inbound' && call.state === 'ringing';

/** Ids of the calls that ring here, oldest first. A new array each time: compare it shallowly. */
export const selectIncomingIds = ({ calls }: PhoneState): CallId[] =>
  calls.filter(isIncoming).map((call) => call.id);

/**
 * The call that the person is busy with: the newest established one, else the newest live one, else the newest
 * ended one that was not dismissed. A call that rings here is not it until it is answered.
 */
export function selectActiveCall({ calls }: PhoneState): Call | undefined {
  return (
    calls.findLast((call) => call.state === 'established') ??
    calls.findLast((call) => call.state !== 'terminated' && !isIncoming(call)) ??
    calls.findLast((call) => call.state === 'terminated')
  );
}
