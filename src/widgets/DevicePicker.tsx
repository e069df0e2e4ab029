'use client';
import { ChevronDownIcon, MicIcon, Volume2Icon } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useDevices } from '../hooks/index.js';
import type { DeviceKind } from '../media/index.js';
import { DeviceParts } from '../parts/index.js';
import { useWords } from './WordsProvider.js';

/** Which microphone, speaker and ringer to use, with a level and a sound to try them. */
export function DevicePicker(): ReactElement {
  const words = useWords().devices;
  const { permission, canChooseSpeaker } = useDevices();
  return (
    <div className="hs hs-card">
      <div className="hs-devices">
        <Field kind="microphone">
          {permission === 'granted' ? (
            <DeviceParts.Level className="hs-meter" aria-label={words.level} />
          ) : (
            <p className="hs-hint">{permission === 'denied' ? words.denied : words.prompt}</p>
          )}
          {permission !== 'denied' && (
            <DeviceParts.Allow className="hs-link">
              <MicIcon />
              {words.allow}
            </DeviceParts.Allow>
          )}
        </Field>
        <Field kind="speaker">
          {!canChooseSpeaker && <p className="hs-hint">{words.speakerFixed}</p>}
          <DeviceParts.TestSpeaker className="hs-link">
            <Volume2Icon />
            {words.test}
          </DeviceParts.TestSpeaker>
        </Field>
        <Field kind="ringer" />
      </div>
    </div>
  );
}

function Field({ kind, children }: { kind: DeviceKind; children?: ReactNode }) {
  const words = useWords().devices;
  const id = useId();
  return (
    <div className="hs-field">
      <label className="hs-field-label" htmlFor={id}>
        {words[kind]}
      </label>
      <span className="hs-select">
        <DeviceParts.Select id={id} kind={kind} systemDefault={words.systemDefault} unnamed={words.unnamed} />
        <ChevronDownIcon />
      </span>
      {children}
    </div>
  );
}
