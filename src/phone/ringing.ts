import type { Media } from '../media/index.js';
import { isIncoming } from './selectors.js';
import type { CallId, PhoneState } from './state.js';

/** Who answers at once shall not be heralded by a scrap of tone, nor wait for it to start, ms. */
const RINGBACK_DELAY = 250;

/** Rings, and plays the tone of ringing at the other end, as the calls in the state want it. */
export function createRinging(media: Media, remoteOf: (id: CallId) => MediaStream | null) {
  let stopRing: (() => void) | null = null;
  let stopRingback: (() => void) | null = null;

  return function follow({ calls }: Pick<PhoneState, 'calls'>): void {
    const talking = calls.some(
      ({ state, hold }) => state === 'established' && hold !== 'local' && hold !== 'both',
    );
    const rings =
      !talking && calls.some((call) => isIncoming(call) && !call.silenced && call.pending === null);
    // Early media brings its own tone.
    const waits =
      !talking &&
      calls.some((call) => call.direction === 'outbound' && call.state === 'ringing' && !remoteOf(call.id));
    if (rings && !stopRing) stopRing = media.ring();
    if (waits && !stopRingback) stopRingback = startLater(media.ringback, RINGBACK_DELAY);
    if (!rings) {
      stopRing?.();
      stopRing = null;
    }
    if (!waits) {
      stopRingback?.();
      stopRingback = null;
    }
  };
}

function startLater(start: () => () => void, delay: number): () => void {
  let stop = () => {};
  const timer = setTimeout(() => {
    stop = start();
  }, delay);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
