'use client';
import type { MouseEvent, ReactElement } from 'react';
import { useCall, usePhone } from '../hooks/index.js';
import * as CallParts from '../parts/call.js';
import { ControlFace } from './ControlFace.js';
import { DeviceMenu } from './DeviceMenu.js';
import { GripIcon, MicOffIcon, PauseIcon, PhoneIcon } from './icons.js';
import { useAlone } from './useAlone.js';
import { useWords } from './WordsProvider.js';

interface Props {
  /** Whether the keypad is open. */
  keypad: boolean;
  onKeypad: (open: boolean) => void;
  /** Whether there is a button for the devices. */
  devices: boolean;
}

/** What can be done with the call in scope while it lives. */
export function CallControls({ keypad, onKeypad, devices }: Props): ReactElement {
  const words = useWords().call;
  const established = useCall(undefined, ({ state }) => state === 'established');
  return (
    <>
      <div className="hs-controls">
        <CallParts.Mute className="hs-control">
          <ControlFace icon={<MicOffIcon />} label={words.mute} />
        </CallParts.Mute>
        <button
          type="button"
          className="hs-control"
          aria-pressed={keypad}
          disabled={!established}
          onClick={() => onKeypad(!keypad)}
        >
          <ControlFace icon={<GripIcon />} label={words.keypad} />
        </button>
        <Hold />
        {devices && <DeviceMenu />}
      </div>
      <div className="hs-call-foot">
        <CallParts.Hangup className="hs-action hs-action-hangup" aria-label={words.hangup}>
          <PhoneIcon className="hs-icon-hangup" />
        </CallParts.Hangup>
      </div>
    </>
  );
}

/** Takes a call off hold alone: who hears the person again is the only one who does. */
function Hold() {
  const phone = usePhone();
  const id = useCall(undefined, (call) => call.id);
  const resume = useAlone(id, 'resume');
  // Looks when it is pressed, and renders nothing when the call changes.
  const resumeAlone = (event: MouseEvent) => {
    const call = phone.store.getState().calls.find((one) => one.id === id);
    if (!call || call.pending !== null || call.hold === 'none' || call.hold === 'remote') return;
    event.preventDefault();
    void resume();
  };
  return (
    <CallParts.Hold className="hs-control" onClick={resumeAlone}>
      <ControlFace icon={<PauseIcon />} label={useWords().call.hold} />
    </CallParts.Hold>
  );
}
