import type { Call } from '../src/index.js';
import { fakeCall } from '../src/testing/fakePhone.js';
import { ada, grace, hedy, party } from './samples.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Ten in the morning of that many days ago, so that a picture of it says the same at every hour. */
const morning = (daysAgo: number) => {
  const date = new Date(Date.now() - daysAgo * DAY);
  return date.setHours(10, 8, 0, 0);
};

type Cause = NonNullable<Call['endReason']>['cause'];

/** A call of the past: answered if it lasted, else ended by its cause. Its time in ms since 1970. */
export function record(
  id: string,
  remote: Call['remote'],
  startedAt: number,
  facts: Partial<Pick<Call, 'direction'>> & { seconds?: number; cause?: Cause } = {},
): Call {
  const { direction = 'outbound', seconds, cause = 'normal' } = facts;
  return fakeCall({
    id,
    direction,
    remote,
    state: 'terminated',
    startedAt,
    answeredAt: seconds === undefined ? null : startedAt,
    endedAt: startedAt + (seconds ?? 20) * 1000,
    endReason: { statusCode: 0, reasonPhrase: '', cause },
  });
}

/** The calls of the last days, newest first. */
export const recent: Call[] = [
  record('1', grace, morning(0) + 34 * MINUTE, { direction: 'inbound', cause: 'cancelled' }),
  record('2', ada, morning(0), { seconds: 267 }),
  record('3', party('Support queue', 'support'), morning(1), { direction: 'inbound', seconds: 720 }),
  record('4', party('+12135550134', '+12135550134'), morning(1) - 5 * MINUTE, { cause: 'no-answer' }),
  record('5', hedy, morning(2), { direction: 'inbound', cause: 'answered-elsewhere' }),
  record('6', party('Mary Jackson', 'mary'), morning(2) - 40 * MINUTE, { direction: 'inbound', seconds: 58 }),
  record('7', party('Katherine Johnson', 'katherine'), morning(3), { cause: 'busy' }),
  record('8', party('Radia Perlman', 'radia'), morning(3) - 50 * MINUTE, {
    direction: 'inbound',
    seconds: 1860,
  }),
  record('9', party('Radia Perlman', 'radia'), morning(4), { direction: 'inbound', cause: 'no-answer' }),
  record('10', party('Annie Easley', 'annie'), morning(12), { seconds: 3905 }),
  record('11', party('Barbara Liskov', 'barbara'), morning(400), { direction: 'inbound', cause: 'declined' }),
];

/** As many calls as somebody asks for, one every half hour. */
export const manyRecords = (count: number): Call[] =>
  Array.from({ length: count }, (_, index) =>
    record(
      String(index),
      party(`Caller ${count - index}`, String(1000 + index)),
      morning(0) - index * 30 * MINUTE,
      {
        direction: index % 3 === 0 ? 'outbound' : 'inbound',
        ...(index % 4 !== 1 && { seconds: 20 + ((index * 37) % 900) }),
        cause: index % 4 === 1 ? 'no-answer' : 'normal',
      },
    ),
  );
