import type { HistoryEntry } from '../../src/hooks/index.js';

/** A call of the past: with Bob, placed from here a minute ago and never answered, unless told otherwise. */
export const record = (facts: Partial<HistoryEntry> = {}): HistoryEntry => {
  const { startedAt = Date.now() - 60_000 } = facts;
  return {
    id: 'record',
    direction: 'outbound',
    remote: { uri: 'sip:bob@hookswitch.test', displayName: 'Bob' },
    startedAt,
    answeredAt: null,
    endedAt: startedAt + 20_000,
    endReason: { statusCode: 0, reasonPhrase: '', cause: 'no-answer' },
    ...facts,
  };
};

/** As many as one asks for, "Caller 1" the newest. */
export const records = (count: number): HistoryEntry[] =>
  Array.from({ length: count }, (_, index) =>
    record({
      id: String(index),
      startedAt: Date.now() - (index + 1) * 60_000,
      remote: { uri: `sip:${index}@hookswitch.test`, displayName: `Caller ${index + 1}` },
    }),
  );
