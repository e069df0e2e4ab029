import type { HistoryEntry } from '../../src/hooks/index.js';
import { record } from './records.js';

const inbound = { direction: 'inbound' } as const;
const uri = 'sip:1001@hookswitch.test';

/** What a host may hand over that no phone would write, and no compiler sees. */
const amiss: Record<string, object> = {
  'no name': { remote: { uri } },
  'an empty name': { remote: { uri, displayName: '' } },
  'a name of 300 characters': { remote: { uri, displayName: 'A'.repeat(300) } },
  'an address that is none': { remote: { uri: '', displayName: 'Bob' } },
  'times that are none': { startedAt: Number.NaN, answeredAt: Number.NaN, endedAt: Number.NaN },
  'times beyond every clock': { startedAt: 1e99, answeredAt: -1e99, endedAt: Number.POSITIVE_INFINITY },
  'an end before its beginning': { answeredAt: 2_000, endedAt: 1_000 },
  'no times at all': { startedAt: undefined, answeredAt: undefined, endedAt: undefined },
  'no reason': { ...inbound, endReason: null },
  'no reason at all': { ...inbound, endReason: undefined },
  'a cause of its own': { endReason: { statusCode: 0, reasonPhrase: '', cause: 'lunch' } },
};

export const hostileRecords: [string, HistoryEntry][] = Object.entries(amiss).map(([what, facts], place) => [
  what,
  record({ id: `hostile ${place}`, ...(facts as Partial<HistoryEntry>) }),
]);
