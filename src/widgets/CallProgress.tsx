'use client';
import type { ReactElement } from 'react';
import { useCall } from '../hooks/index.js';
import * as CallParts from '../parts/call.js';
import { endingWords, progressWords, selectProgress } from './progress.js';
import { useWords } from './WordsProvider.js';

/** What the call in scope is doing, in words, and how long it has lasted. */
export const CallProgress = (): ReactElement => (
  <div className="hs-progress">
    {/* The announcer tells of it already. */}
    <CallParts.Status className="hs-progress-words" aria-live="off">
      <Progress />
    </CallParts.Status>
    <CallParts.Timer className="hs-timer" />
  </div>
);

function Progress() {
  const words = useWords();
  const call = useCall(undefined, selectProgress);
  if (!call) return null;
  if (call.state === 'terminated') {
    const { reason, detail } = endingWords(call, words);
    return (
      <>
        <span className="hs-reason">{reason}</span>
        {detail && <span className="hs-detail"> {detail}</span>}
      </>
    );
  }
  const talking = call.state === 'established' && call.hold === 'none' && !call.pending;
  const className = talking ? 'hs-hidden' : call.hold !== 'none' ? 'hs-chip' : undefined;
  return <span className={className}>{progressWords(call, words)}</span>;
}
