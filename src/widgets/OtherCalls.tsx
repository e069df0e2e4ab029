'use client';
import type { ReactElement } from 'react';
import { isIncoming, useCall, useCallIds } from '../hooks/index.js';
import * as CallParts from '../parts/call.js';
import * as CallListParts from '../parts/call-list.js';
import type { CallId } from '../phone/state.js';
import { Avatar } from './Avatar.js';
import { endingWords, progressWords, selectProgress } from './progress.js';
import { useAutoDismiss } from './useAutoDismiss.js';
import { useWords } from './WordsProvider.js';

interface Props {
  /** The call that is shown already. */
  shown: CallId;
  onChoose: (id: CallId) => void;
}

/** The calls that go on behind the one on screen, each to be brought to the front; nothing when it is the only one. */
export function OtherCalls({ shown, onChoose }: Props): ReactElement | null {
  const words = useWords();
  const others = useCallIds((call) => call.id !== shown && !isIncoming(call));
  if (others.length === 0) return null;
  return (
    <CallListParts.Root className="hs-others" aria-label={words.call.others}>
      {others.map((id) => (
        <OtherCall key={id} callId={id} onChoose={onChoose} />
      ))}
    </CallListParts.Root>
  );
}

function OtherCall({ callId, onChoose }: { callId: CallId; onChoose: Props['onChoose'] }) {
  return (
    <CallListParts.Item callId={callId} {...useAutoDismiss(callId)}>
      <button type="button" className="hs-other" onClick={() => onChoose(callId)}>
        <Avatar />
        <span className="hs-other-who">
          <CallParts.Name className="hs-other-name hs-ellipsis" />
          <Progress />
        </span>
        <CallParts.Timer className="hs-other-state hs-timer" />
      </button>
    </CallListParts.Item>
  );
}

function Progress() {
  const words = useWords();
  const call = useCall(undefined, selectProgress);
  if (!call) return null;
  const said = call.state === 'terminated' ? endingWords(call, words).reason : progressWords(call, words);
  return <span className="hs-other-state hs-ellipsis">{said}</span>;
}
