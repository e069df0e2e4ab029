'use client';
import type { ComponentPropsWithoutRef } from 'react';
import { addressOf, formatDuration, type HistoryEntry, isMissed, useDial } from '../hooks/index.js';
import { nameOf } from '../hooks/nameOf.js';
import { secondsBetween } from '../hooks/secondsBetween.js';
import { part } from './part.js';
import { partContext } from './partContext.js';

const [EntryProvider, useEntry] = partContext<HistoryEntry>({
  whole: 'a call history',
  does: 'shows the call of',
  root: 'HistoryParts.Item',
});

/** The calls of the past. Give it a name by `aria-label`. Renders a `<ul>`. */
export const Root = part('ul', function useHistoryRoot(theirs) {
  return { theirs };
});

type ItemProps = ComponentPropsWithoutRef<'li'> & {
  /** One of `useHistory()`, or a row of your own. */
  entry: HistoryEntry;
};

/** One call of the past. `data-direction`, `data-cause`, `data-missed`. Renders an `<li>`. */
export const Item = part('li', function useHistoryItem({ entry, ...theirs }: ItemProps) {
  const { direction, endReason } = entry;
  return {
    theirs,
    state: { direction, cause: endReason?.cause, missed: isMissed(entry) },
    wrap: (item) => <EntryProvider value={entry}>{item}</EntryProvider>,
  };
});

/** Calls the other party. Give it a name, such as "Call Bob". Renders a `<button>`. */
export const Call = part('button', function useHistoryCall(theirs) {
  const { remote } = useEntry();
  const dial = useDial();
  return { theirs, ours: { type: 'button', onClick: () => void dial(remote.uri) } };
});

/** Who the other party was. Renders a `<span>`. */
export const Name = part('span', function useHistoryName(theirs) {
  // A name that came over the wire keeps its direction to itself.
  return { theirs, ours: { dir: 'auto', children: nameOf(useEntry().remote) } };
});

/** The number or address of the other party; nothing where the name says the same. Renders a `<span>`. */
export const Address = part('span', function useHistoryAddress(theirs) {
  const { remote } = useEntry();
  const children = addressOf(remote.uri);
  return children === nameOf(remote) ? null : { theirs, ours: { dir: 'ltr', children } };
});

/**
 * When it was. The words are yours: a server knows neither the person's language nor their clock. Renders a `<time>`.
 */
export const When = part('time', function useHistoryWhen(theirs) {
  return { theirs, ours: { dateTime: isoOf(useEntry().startedAt) } };
});

/** How long it lasted, `1:05`; nothing when it was never answered. Renders a `<time>`. */
export const Duration = part('time', function useHistoryDuration(theirs) {
  const { answeredAt, endedAt } = useEntry();
  const seconds = secondsBetween(answeredAt, endedAt);
  if (seconds === undefined) return null;
  return { theirs, ours: { dateTime: `PT${seconds}S`, children: formatDuration(seconds) } };
});

/** What came of it; the words are yours. `data-cause`, `data-missed`. Renders a `<span>`. */
export const Result = part('span', function useHistoryResult(theirs) {
  const entry = useEntry();
  return { theirs, state: { cause: entry.endReason?.cause, missed: isMissed(entry) } };
});

/** The rows of a host may hold a time that is none. */
function isoOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
