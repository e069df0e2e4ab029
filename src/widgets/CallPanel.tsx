'use client';
import { type ReactElement, useState } from 'react';
import { useCall } from '../hooks/index.js';
import { useKnownCall } from '../hooks/useKnownCall.js';
import * as CallParts from '../parts/call.js';
import { mergeProps } from '../parts/mergeProps.js';
import type { CallId } from '../phone/state.js';
import { Announcer } from './Announcer.js';
import { Avatar } from './Avatar.js';
import { CallControls } from './CallControls.js';
import { CallProgress } from './CallProgress.js';
import { PhoneIcon } from './icons.js';
import { Keypad } from './Keypad.js';
import { Party } from './Party.js';
import { useAutoDismiss } from './useAutoDismiss.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Which call the panel shows and how, and props of its root element. */
export interface CallPanelProps extends WidgetProps<'div'> {
  /** By default the call in scope, else the active one. */
  callId?: CallId | undefined;
  /** Whether there is a button for the microphone and the speaker (true). */
  devices?: boolean | undefined;
}

/**
 * One call from "Calling…" to the reason it ended, with everything that can be done meanwhile; digits typed anywhere in
 * it go out. By default the active call; nothing to be seen when there is none. Takes the props of its card, a `<div>`.
 */
export function CallPanel({ callId, devices = true, ...props }: CallPanelProps): ReactElement {
  useKnownCall(callId);
  const id = useCall(callId, (call) => call.id);
  return (
    <>
      <Announcer />
      {/* The key: the next call starts with its keypad closed. */}
      {id && <Panel key={id} callId={id} devices={devices} props={props} />}
    </>
  );
}

interface PanelProps {
  callId: CallId;
  devices: boolean;
  props: WidgetProps<'div'>;
}

/** Reads as little of the call as it can: what changes more often is read by the part that shows it. */
function Panel({ callId, devices, props }: PanelProps) {
  const words = useWords().call;
  const { state, name = '' } =
    useCall(callId, (call) => ({ state: call.state, name: call.remote.displayName })) ?? {};
  const [keypad, setKeypad] = useState(false);
  const focus = useKeptFocus<HTMLElement>();
  const dismissal = useAutoDismiss(callId);
  const dialling = keypad && state === 'established';
  return (
    <div {...mergeProps({ className: 'hs hs-card', ...useLanguage(), ...dismissal }, props)}>
      <CallParts.Root
        {...focus}
        callId={callId}
        className="hs-call"
        aria-label={words.with(name)}
        data-keypad={dialling ? '' : undefined}
      >
        <div className="hs-party">
          <Avatar large />
          <Party />
          <CallProgress />
        </div>
        {/* Whoever pressed a key need not be told the whole row again. */}
        <CallParts.Sent className="hs-sent" aria-label={words.sent} aria-live="off" />
        {dialling && <Keypad />}
        {state === 'terminated' ? (
          <Ended />
        ) : (
          <CallControls keypad={dialling} onKeypad={setKeypad} devices={devices} />
        )}
      </CallParts.Root>
    </div>
  );
}

function Ended() {
  const words = useWords().call;
  return (
    <div className="hs-call-foot">
      <CallParts.Dismiss className="hs-button">{words.dismiss}</CallParts.Dismiss>
      <CallParts.Again className="hs-button hs-button-answer">
        <PhoneIcon />
        {words.again}
      </CallParts.Again>
    </div>
  );
}
