import type { Phone } from './phone.js';
import type { Call, PhoneState } from './state.js';
import { throwLater } from './throwLater.js';

/** What a host page may want to know of calls. Each is told once, with what is known of the call then. */
export interface CallEvents {
  /** A call rings here. */
  onCallIncoming?: ((call: Call) => void) | undefined;
  /** A call was placed from here. */
  onCallPlaced?: ((call: Call) => void) | undefined;
  /** Both can talk, whoever called. */
  onCallAnswered?: ((call: Call) => void) | undefined;
  /** A call is over; `endReason` says why, `answeredAt` and `endedAt` how long it lasted. This is the record to keep. */
  onCallEnded?: ((call: Call) => void) | undefined;
}

/**
 * Tells what happens to a phone's calls from now on, until the returned function is called. A handler that throws
 * does no harm to the call: its error goes to the page's own error handler.
 */
export function watchCalls(phone: Pick<Phone, 'store'>, events: CallEvents): () => void {
  return phone.store.subscribe(({ calls }, before) => {
    if (calls === before.calls) return;
    for (const call of calls) {
      const known = before.calls.find(({ id }) => id === call.id);
      for (const event of eventsOf(call, known)) tell(events[event], call);
    }
  });
}

/** In the order in which they came about: a call may be added and answered in one go. */
function eventsOf(call: Call, before: PhoneState['calls'][number] | undefined): (keyof CallEvents)[] {
  const told: (keyof CallEvents)[] = [];
  if (!before) told.push(call.direction === 'inbound' ? 'onCallIncoming' : 'onCallPlaced');
  if (call.answeredAt !== null && (before?.answeredAt ?? null) === null) told.push('onCallAnswered');
  if (call.state === 'terminated' && before?.state !== 'terminated') told.push('onCallEnded');
  return told;
}

function tell(handler: ((call: Call) => void) | undefined, call: Call): void {
  try {
    handler?.(call);
  } catch (error) {
    throwLater(error);
  }
}
