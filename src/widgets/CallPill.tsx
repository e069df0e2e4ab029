'use client';
import { type MouseEvent, type ReactElement, useState } from 'react';
import { useCall } from '../hooks/index.js';
import * as CallParts from '../parts/call.js';
import type { CallId } from '../phone/state.js';
import { Avatar } from './Avatar.js';
import { GripIcon, MicOffIcon, PhoneIcon, XIcon } from './icons.js';
import { Keypad } from './Keypad.js';
import { endingWords, progressWords, selectProgress } from './progress.js';
import { useAutoDismiss } from './useAutoDismiss.js';
import { useWords } from './WordsProvider.js';

interface Props {
  callId: CallId;
  /** Shown in place of the name that came with the call. */
  name: string | undefined;
  onAgain: () => void;
}

/** A call in one row, from "Calling…" to the reason it ended. */
export function CallPill({ callId, name, onAgain }: Props): ReactElement {
  const words = useWords();
  const [keypad, setKeypad] = useState(false);
  const dismissal = useAutoDismiss(callId);
  const { state, sender = '' } =
    useCall(callId, (call) => ({ state: call.state, sender: call.remote.displayName })) ?? {};
  const typing = keypad && state === 'established';
  // Whoever shows this call has to know of the next one.
  const again = (event: MouseEvent) => {
    event.preventDefault();
    onAgain();
  };
  return (
    <div className="hs-call-pill-place" {...dismissal}>
      <CallParts.Root
        callId={callId}
        className="hs-call-pill"
        aria-label={words.call.with(name ?? sender)}
        tabIndex={-1}
      >
        <Avatar name={name} />
        <div className="hs-call-pill-who">
          <CallParts.Name className="hs-name hs-ellipsis">{name}</CallParts.Name>
          <Progress />
        </div>
        {state === 'terminated' ? (
          <>
            <CallParts.Dismiss className="hs-round" aria-label={words.call.dismiss}>
              <XIcon />
            </CallParts.Dismiss>
            <CallParts.Again
              className="hs-round hs-call-pill-again"
              aria-label={words.call.again}
              onClick={again}
            >
              <PhoneIcon />
            </CallParts.Again>
          </>
        ) : (
          <>
            {state === 'established' && (
              <button
                type="button"
                className="hs-round hs-call-pill-keypad"
                aria-label={words.call.keypad}
                aria-pressed={typing}
                onClick={() => setKeypad(!keypad)}
              >
                <GripIcon />
              </button>
            )}
            <CallParts.Mute className="hs-round" aria-label={words.call.mute}>
              <MicOffIcon />
            </CallParts.Mute>
            <CallParts.Hangup className="hs-round hs-call-pill-hangup" aria-label={words.call.hangup}>
              <PhoneIcon className="hs-icon-hangup" />
            </CallParts.Hangup>
          </>
        )}
        {typing && <Keypad />}
      </CallParts.Root>
    </div>
  );
}

/** The time while they talk, else in words what keeps them from it. */
function Progress() {
  const words = useWords();
  const call = useCall(undefined, selectProgress);
  if (!call) return null;
  if (call.state === 'established' && call.hold === 'none' && !call.pending) {
    return <CallParts.Timer className="hs-call-pill-state hs-timer" />;
  }
  if (call.state !== 'terminated') {
    return <span className="hs-call-pill-state">{progressWords(call, words)}</span>;
  }
  const { reason, detail } = endingWords(call, words);
  return (
    <>
      <span className="hs-call-pill-state">{reason}</span>
      {detail && <span className="hs-call-pill-state hs-call-pill-detail">{detail}</span>}
    </>
  );
}
