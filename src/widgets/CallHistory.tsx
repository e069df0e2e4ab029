'use client';
import { type ReactElement, useMemo } from 'react';
import { type HistoryEntry, useHistory } from '../hooks/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import { HistoryList } from './HistoryList.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Which calls are listed, and props of the history's root element. */
export interface CallHistoryProps extends WidgetProps<'div'> {
  /** Your own records, in any order; by default the phone's history, which holds the calls since it was made. */
  calls?: readonly HistoryEntry[] | undefined;
}

/**
 * The calls of the past, newest first, each a button that calls back: who, which way or that it was missed, how long
 * and when. Ten thousand are as quick as ten. Scrolls within the height that its root is given. Takes the props of
 * its card, a `<div>`.
 */
export function CallHistory({ calls, ...props }: CallHistoryProps): ReactElement {
  const { empty } = useWords().history;
  const own = useHistory();
  const given = calls ?? own;
  const entries = useMemo(() => newestFirst(given), [given]);
  return (
    <div {...mergeProps({ className: 'hs hs-card hs-history-card', ...useLanguage() }, props)}>
      <div className="hs-history">
        {entries.length > 0 ? (
          <HistoryList entries={entries} />
        ) : (
          <div className="hs-history-empty">
            <p className="hs-history-empty-what">{empty.what}</p>
            <p>{empty.next}</p>
          </div>
        )}
      </div>
    </div>
  );
}

/** Records mostly are so already: that is seen in a fraction of what a sort takes. */
function newestFirst(calls: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const sorted = calls.every((call, index) => index === 0 || startOf(call) <= startOf(calls[index - 1]!));
  return sorted ? calls : [...calls].sort((a, b) => startOf(b) - startOf(a));
}

/** The rows of a host may hold a time that is none: nothing is older. */
const startOf = ({ startedAt }: HistoryEntry) => startedAt || 0;
