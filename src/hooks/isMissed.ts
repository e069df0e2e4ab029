import type { Call } from '../phone/state.js';

/** One call of the past: a `Call` of the phone's own history, or a row of the host's. Times are in ms since 1970. */
export interface HistoryEntry
  extends Pick<Call, 'direction' | 'remote' | 'startedAt' | 'answeredAt' | 'endedAt' | 'endReason'> {
  readonly id: string;
}

/** Whether somebody called here and nobody took it: neither this phone nor another one, and it was not declined. */
export function isMissed({ direction, answeredAt, endReason }: HistoryEntry): boolean {
  const dealtWith = endReason?.cause === 'declined' || endReason?.cause === 'answered-elsewhere';
  return direction === 'inbound' && answeredAt === null && !dealtWith;
}
