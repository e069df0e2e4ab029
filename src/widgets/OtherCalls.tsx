'use client';
import type { ReactElement } from 'react';
import { CallScope, isIncoming, useCall, usePhoneState } from '../hooks/index.js';
import { CallParts } from '../parts/index.js';
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
  const others = usePhoneState(({ calls }) =>
    calls.filter((call) => call.id !== shown && !isIncoming(call)).map(({ id }) => id),
  );
  if (others.length === 0) return null;
  return (
    <ul className="hs-others" aria-label={words.call.others}>
      {others.map((id) => (
        <CallScope key={id} callId={id}>
          <OtherCall callId={id} onChoose={onChoose} />
        </CallScope>
      ))}
    </ul>
  );
}

function OtherCall({ callId, onChoose }: { callId: CallId; onChoose: Props['onChoose'] }) {
  const words = useWords();
  const dismissal = useAutoDismiss(callId);
  const call = useCall(callId, selectProgress);
  if (!call) return null;
  const state = call.state === 'terminated' ? endingWords(call, words).reason : progressWords(call, words);
  return (
    <li {...dismissal}>
      <button type="button" className="hs-other" onClick={() => onChoose(callId)}>
        <Avatar />
        <span className="hs-other-who">
          <CallParts.Name className="hs-other-name hs-ellipsis" />
          <span className="hs-other-state hs-ellipsis">{state}</span>
        </span>
        <CallParts.Timer className="hs-other-state hs-timer" />
      </button>
    </li>
  );
}
