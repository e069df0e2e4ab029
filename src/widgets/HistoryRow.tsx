'use client';
import { type KeyboardEvent, memo, type ReactElement, useId } from 'react';
import { type HistoryEntry, isMissed } from '../hooks/index.js';
import { nameOf } from '../hooks/nameOf.js';
import { secondsBetween } from '../hooks/secondsBetween.js';
import * as HistoryParts from '../parts/history.js';
import { PhoneIncomingIcon, PhoneMissedIcon, PhoneOutgoingIcon } from './icons.js';
import { useNumberFormat } from './NumberFormat.js';
import { endingWords } from './progress.js';
import { timesIn } from './timesIn.js';
import { useWords } from './WordsProvider.js';

interface Props {
  entry: HistoryEntry;
  index: number;
  /** Whether the Tab key stops here. */
  isStop: boolean;
  hydrated: boolean;
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent, index: number) => void;
}

/** One call of the past: a single button, described by what came of it, how long it was and when. */
export const HistoryRow = memo(function HistoryRow(props: Props): ReactElement {
  const { entry, index, isStop, hydrated, onFocus, onKeyDown } = props;
  const { direction, remote, startedAt } = entry;
  const words = useWords();
  const name = useNumberFormat().whole(nameOf(remote));
  const id = useId();
  const missed = isMissed(entry);
  const Icon = missed ? PhoneMissedIcon : direction === 'inbound' ? PhoneIncomingIcon : PhoneOutgoingIcon;
  return (
    <div className="hs-history-row">
      <Icon />
      <HistoryParts.Call
        className="hs-history-call"
        tabIndex={isStop ? 0 : -1}
        aria-label={words.callTo(name)}
        aria-describedby={`${id}way ${id}result ${id}when`}
        onFocus={() => onFocus(index)}
        onKeyDown={(event) => onKeyDown(event, index)}
      >
        <HistoryParts.Name className="hs-history-name hs-ellipsis">{name}</HistoryParts.Name>
      </HistoryParts.Call>
      {!missed && (
        <span id={`${id}way`} hidden>
          {words.history[direction]}
        </span>
      )}
      <span id={`${id}result`} className="hs-history-result hs-ellipsis">
        <Result entry={entry} />
      </span>
      <HistoryParts.When id={`${id}when`} className="hs-history-when">
        {hydrated && timesIn(words.lang).when(startedAt, Date.now())}
      </HistoryParts.When>
    </div>
  );
});

function Result({ entry }: { entry: HistoryEntry }) {
  const words = useWords();
  const seconds = secondsBetween(entry.answeredAt, entry.endedAt);
  if (seconds !== undefined) {
    return <HistoryParts.Duration>{timesIn(words.lang).howLong(seconds)}</HistoryParts.Duration>;
  }
  const said = isMissed(entry) ? words.history.missed : endingWords(entry, words).reason;
  return <HistoryParts.Result>{said}</HistoryParts.Result>;
}
