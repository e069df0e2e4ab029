'use client';
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useCall, useCallActions } from '../hooks/index.js';
import { CallParts } from '../parts/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import type { CallId } from '../phone/state.js';
import { Avatar } from './Avatar.js';
import { CallNews } from './CallNews.js';
import { GripIcon, MicOffIcon, PauseIcon, PhoneIcon } from './icons.js';
import { KeyFace } from './KeyFace.js';
import { keys } from './keys.js';
import { endingWords, progressWords, selectProgress } from './progress.js';
import { useAutoDismiss } from './useAutoDismiss.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Which call the panel shows, and props of its root element. */
export interface CallPanelProps extends WidgetProps<'div'> {
  /** By default the call in scope, else the active one. */
  callId?: CallId | undefined;
}

/**
 * One call from "Calling…" to the reason it ended, with everything that can be done meanwhile. By default the active
 * call; nothing to be seen when there is none. Takes the props of its card, a `<div>`.
 */
export function CallPanel({ callId, ...props }: CallPanelProps): ReactElement {
  const id = useCall(callId, (call) => call.id);
  return (
    <>
      <CallNews callId={id} />
      {/* The key: the next call starts with its keypad closed. */}
      {id && <Panel key={id} callId={id} props={props} />}
    </>
  );
}

/** Reads as little of the call as it can: what changes more often is read by the part that shows it. */
function Panel({ callId, props }: { callId: CallId; props: WidgetProps<'div'> }) {
  const words = useWords();
  const { state, name = '' } =
    useCall(callId, (call) => ({ state: call.state, name: call.remote.displayName })) ?? {};
  const { sendDtmf } = useCallActions(callId);
  const [keypad, setKeypad] = useState(false);
  const [sent, setSent] = useState('');
  const addSent = (digit: string) => setSent((before) => before + digit);
  const focus = useKeptFocus<HTMLElement>();
  const dismissal = useAutoDismiss(callId);
  const typing = keypad && state === 'established';

  const typeDigit = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    // A key that is held is one digit.
    if (!typing || repeat || ctrlKey || metaKey || altKey || !/^[0-9*#]$/.test(key)) return;
    void sendDtmf(key);
    addSent(key);
  };

  return (
    <div {...mergeProps({ className: 'hs hs-card', ...dismissal }, props)}>
      <CallParts.Root
        {...focus}
        callId={callId}
        className="hs-call"
        aria-label={words.call.with(name)}
        data-keypad={typing ? '' : undefined}
        onKeyDown={typeDigit}
      >
        <div className="hs-party">
          <Avatar large />
          <CallParts.Name className="hs-name hs-ellipsis" />
          <CallParts.Address className="hs-address hs-ellipsis" />
          <div className="hs-progress">
            {/* Told by the news already. */}
            <CallParts.Status className="hs-progress-words" aria-live="off">
              <Progress />
            </CallParts.Status>
            <CallParts.Timer className="hs-timer" />
          </div>
        </div>
        {typing && <Keypad sent={sent} onSend={addSent} />}
        {state === 'terminated' ? (
          <div className="hs-call-foot">
            <CallParts.Dismiss className="hs-button">{words.call.dismiss}</CallParts.Dismiss>
            <CallParts.Again className="hs-button hs-button-answer">
              <PhoneIcon />
              {words.call.again}
            </CallParts.Again>
          </div>
        ) : (
          <>
            <div className="hs-controls">
              <CallParts.Mute className="hs-control">
                <ControlFace icon={<MicOffIcon />} label={words.call.mute} />
              </CallParts.Mute>
              <button
                type="button"
                className="hs-control"
                aria-pressed={typing}
                disabled={state !== 'established'}
                onClick={() => setKeypad(!keypad)}
              >
                <ControlFace icon={<GripIcon />} label={words.call.keypad} />
              </button>
              <CallParts.Hold className="hs-control">
                <ControlFace icon={<PauseIcon />} label={words.call.hold} />
              </CallParts.Hold>
            </div>
            <div className="hs-call-foot">
              <CallParts.Hangup className="hs-action hs-action-hangup" aria-label={words.call.hangup}>
                <PhoneIcon className="hs-icon-hangup" />
              </CallParts.Hangup>
            </div>
          </>
        )}
      </CallParts.Root>
    </div>
  );
}

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

const ControlFace = ({ icon, label }: { icon: ReactNode; label: string }) => (
  <>
    <span className="hs-control-face">{icon}</span>
    <span className="hs-control-label">{label}</span>
  </>
);

function Keypad({ sent, onSend }: { sent: string; onSend: (digit: string) => void }) {
  return (
    <div className="hs-call-keypad">
      <p className="hs-sent" dir="ltr">
        {sent}
      </p>
      <div className="hs-keys">
        {keys.map(([digit, letters]) => (
          <CallParts.Key key={digit} digit={digit} className="hs-key" onClick={() => onSend(digit)}>
            <KeyFace digit={digit} letters={letters} />
          </CallParts.Key>
        ))}
      </div>
    </div>
  );
}
