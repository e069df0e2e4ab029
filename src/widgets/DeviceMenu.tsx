'use client';
import type { ReactElement } from 'react';
import { ControlFace } from './ControlFace.js';
import { DevicePicker } from './DevicePicker.js';
import { Volume2Icon } from './icons.js';
import { useSheet } from './useSheet.js';
import { useWords } from './WordsProvider.js';

/** A control of a call that opens a sheet with its microphone and its speaker. */
export function DeviceMenu(): ReactElement {
  const { label } = useWords().devices;
  const { open, button, sheet } = useSheet();
  return (
    <div className="hs-device-menu">
      <button {...button} type="button" className="hs-control">
        <ControlFace icon={<Volume2Icon />} label={label} />
      </button>
      <div {...sheet} className="hs-sheet hs-device-sheet">
        {open && <DevicePicker />}
      </div>
    </div>
  );
}
