import type { Call, EndCause } from '../phone/state.js';

/** One call of the past: a `Call` of the phone's own history, or a row of the host's. Times are in ms since 1970. */
export interface HistoryEntry
  extends Pick<Call, 'direction' | 'remote' | 'startedAt' | 'answeredAt' | 'endedAt' | 'endReason'> {
  readonly id: string;
}

/** What ends an unanswered call that was not missed: the person refused it or hung up, or took it on another phone. */
const DEALT_WITH: readonly (EndCause | undefined)[] = ['declined', 'normal', 'answered-elsewhere'];

/** Whether somebody called here in vain: the call was neither answered nor refused, here or on another phone. */
export const isMissed = ({ direction, answeredAt, endReason }: HistoryEntry): boolean =>
  direction === 'inbound' && answeredAt == null && !DEALT_WITH.includes(endReason?.cause);
