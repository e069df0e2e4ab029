'use client';
import type { ReactElement } from 'react';
import { useCall } from '../hooks/index.js';
import { CallParts } from '../parts/index.js';
import { ControlFace } from './ControlFace.js';
import { DeviceMenu } from './DeviceMenu.js';
import { GripIcon, MicOffIcon, PauseIcon, PhoneIcon } from './icons.js';
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
        <CallParts.Hold className="hs-control">
          <ControlFace icon={<PauseIcon />} label={words.hold} />
        </CallParts.Hold>
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
