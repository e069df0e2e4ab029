import type { Ending, Words } from '../locales/en.js';
import type { Call } from '../phone/state.js';

/** What the words about a call depend on. */
export type Progress = Pick<Call, 'direction' | 'state' | 'hold' | 'pending' | 'endReason'>;

export const selectProgress = ({ direction, state, hold, pending, endReason }: Call): Progress => ({
  direction,
  state,
  hold,
  pending,
  endReason,
});

/** Says in words what a call is doing, or what it is waiting for. */
export function progressWords({ state, direction, hold, pending }: Progress, { progress }: Words): string {
  if (pending === 'microphone') return progress.microphone;
  if (pending === 'hold') return progress.holding;
  if (pending === 'resume') return progress.resuming;
  if (state === 'ringing' && direction === 'inbound') return progress.incoming;
  if (state === 'established' && hold !== 'none') return progress[holds[hold]];
  return state === 'terminated' ? '' : progress[state];
}

const holds = { local: 'heldHere', remote: 'heldThere', both: 'heldByBoth' } as const;

/** Says in words why a call ended. */
export function endingWords(
  { direction, endReason }: Pick<Progress, 'direction' | 'endReason'>,
  { ended }: Words,
): Ending {
  const endings: Partial<Record<string, Ending>> = ended[direction];
  // The rows of a host may hold a cause that is none of ours.
  const ending = endings[endReason?.cause ?? 'normal'] ?? ended[direction].normal;
  const answer = endReason?.cause === 'failed' && endReason.reasonPhrase;
  return answer ? { ...ending, detail: ended.server(endReason.statusCode, answer) } : ending;
}
