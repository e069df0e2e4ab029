'use client';
import { type ReactElement, type ReactNode, useId } from 'react';
import { usePhoneState } from '../hooks/index.js';
import type { DeviceKind } from '../media/index.js';
import * as DeviceParts from '../parts/device.js';
import { mergeProps } from '../parts/mergeProps.js';
import { Announcer } from './Announcer.js';
import { ChevronDownIcon, MicIcon, Volume2Icon } from './icons.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/**
 * Which microphone, speaker and ringer to use, with a level and a sound to try them. Asks for nothing by itself. Takes
 * the props of its card, a `<div>`.
 */
export function DevicePicker(props: WidgetProps<'div'>): ReactElement {
  const words = useWords().devices;
  const focus = useKeptFocus<HTMLDivElement>();
  const canChooseSpeaker = usePhoneState(({ devices }) => devices.canChooseSpeaker);
  return (
    <div {...mergeProps({ className: 'hs hs-card', ...useLanguage() }, props)}>
      <Announcer />
      <DeviceParts.Root {...focus} className="hs-devices" role="group" aria-label={words.label}>
        <Field kind="microphone">
          <MicrophoneCheck />
        </Field>
        <Field kind="speaker">
          {!canChooseSpeaker && <p className="hs-hint">{words.speakerFixed}</p>}
          <DeviceParts.TestSpeaker className="hs-link">
            <Volume2Icon />
            {words.test}
          </DeviceParts.TestSpeaker>
        </Field>
        <Field kind="ringer" />
      </DeviceParts.Root>
    </div>
  );
}

/** The level, or what stands in its way. */
function MicrophoneCheck() {
  const words = useWords().devices;
  const { permission, none } = usePhoneState(({ devices: { permission, microphones } }) => ({
    permission,
    none: microphones.length === 0,
  }));
  if (permission === 'denied') return <p className="hs-hint">{words.denied}</p>;
  if (permission !== 'granted') {
    return (
      <>
        <p className="hs-hint">{words.prompt}</p>
        <DeviceParts.Allow className="hs-link">
          <MicIcon />
          {words.allow}
        </DeviceParts.Allow>
      </>
    );
  }
  if (none) return <p className="hs-hint">{words.none}</p>;
  return <DeviceParts.Level className="hs-meter" aria-label={words.level} />;
}

function Field({ kind, children }: { kind: DeviceKind; children?: ReactNode }) {
  const words = useWords().devices;
  const [id, hint] = [useId(), useId()];
  const missing = usePhoneState(({ devices }) =>
    kind === 'microphone' || devices.canChooseSpeaker ? devices.missing[kind] : undefined,
  );
  return (
    <div className="hs-field">
      <label className="hs-field-label" htmlFor={id}>
        {words[kind]}
      </label>
      <span className="hs-select">
        <DeviceParts.Select
          id={id}
          kind={kind}
          systemDefault={words.systemDefault}
          unnamed={words.unnamed}
          missing={(name) => name || words.missing}
          aria-describedby={missing && hint}
        />
        <ChevronDownIcon />
      </span>
      {missing && (
        <p id={hint} className="hs-hint hs-hint-missing">
          {words.missing}
        </p>
      )}
      {children}
    </div>
  );
}
