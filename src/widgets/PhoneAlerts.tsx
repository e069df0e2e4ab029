'use client';
import type { ReactElement } from 'react';
import { useLastError, useSound } from '../hooks/index.js';
import type { Advice } from '../locales/en.js';
import { PhoneParts } from '../parts/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import { TriangleAlertIcon, VolumeXIcon, XIcon } from './icons.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/**
 * What stands in the way right now, and what to do about it: the last error, and sound that the browser keeps off.
 * Takes the props of its root, a `<div>`.
 */
export function PhoneAlerts(props: WidgetProps<'div'>): ReactElement | null {
  const words = useWords();
  const language = useLanguage();
  const { error } = useLastError();
  const { sound } = useSound();
  if (!error && sound === 'ready') return null;
  return (
    <div {...mergeProps({ className: 'hs hs-alerts', ...language }, props)}>
      {sound === 'blocked' && (
        <div className="hs-alert" role="alert">
          <VolumeXIcon />
          <div className="hs-alert-words">
            <Says advice={words.sound.blocked} />
            <PhoneParts.TurnOnSound className="hs-button">{words.sound.turnOn}</PhoneParts.TurnOnSound>
          </div>
        </div>
      )}
      {error && (
        <PhoneParts.Alert className="hs-alert">
          <TriangleAlertIcon />
          <div className="hs-alert-words">
            <Says advice={words.errors[error.code]} />
          </div>
          <PhoneParts.DismissError className="hs-round" aria-label={words.errors.dismiss}>
            <XIcon />
          </PhoneParts.DismissError>
        </PhoneParts.Alert>
      )}
    </div>
  );
}

const Says = ({ advice }: { advice: Advice }) => (
  <>
    <p className="hs-alert-what">{advice.what}</p>
    <p className="hs-alert-next">{advice.next}</p>
  </>
);
