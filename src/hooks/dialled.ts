import type { Call, PhoneState } from '../phone/state.js';
import { addressOf } from './addressOf.js';

/** Somebody who was called from here: the address that a person recognises, and the one that the phone called. */
export interface Dialled {
  readonly address: string;
  readonly uri: string;
}

/** Who was called from here, the newest first, each once. */
export function dialledBefore({ calls, history }: Pick<PhoneState, 'calls' | 'history'>): Dialled[] {
  // Both lists hold a call that has ended and was not dismissed yet.
  const newestFirst = [...calls].reverse().concat(history).sort(byStart);
  const found = new Map<string, Dialled>();
  for (const { direction, remote } of newestFirst) {
    const address = addressOf(remote.uri);
    if (direction === 'outbound' && !found.has(address)) found.set(address, { address, uri: remote.uri });
  }
  return [...found.values()];
}

const byStart = (a: Call, b: Call) => b.startedAt - a.startedAt;
