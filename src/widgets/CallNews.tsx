'use client';
import type { ReactElement } from 'react';
import { useCall } from '../hooks/index.js';
import type { CallId } from '../phone/state.js';
import { endingWords, progressWords } from './progress.js';
import { useWords } from './WordsProvider.js';

/**
 * Tells whoever listens what becomes of a call. There before the call is, and after: an element that comes together
 * with its words is often not heard.
 */
export function CallNews({ callId }: { callId: CallId | undefined }): ReactElement {
  const words = useWords();
  const news = useCall(callId, (call) => {
    const { reason, detail } = endingWords(call, words);
    const said = call.state === 'terminated' ? `${reason}. ${detail}` : progressWords(call, words);
    return `${words.call.with(call.remote.displayName)}: ${said}`;
  });
  return (
    <p className="hs-hidden" aria-live="polite">
      {news}
    </p>
  );
}
