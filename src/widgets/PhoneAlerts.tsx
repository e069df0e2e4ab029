'use client';
import type { ReactElement } from 'react';
import { useLastError, useSound } from '../hooks/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import * as PhoneParts from '../parts/phone.js';
import { AlertWords } from './AlertWords.js';
import { ErrorAlert } from './ErrorAlert.js';
import { VolumeXIcon } from './icons.js';
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
          <AlertWords advice={words.sound.blocked}>
            <PhoneParts.TurnOnSound className="hs-button">{words.sound.turnOn}</PhoneParts.TurnOnSound>
          </AlertWords>
        </div>
      )}
      {error && <ErrorAlert code={error.code} />}
    </div>
  );
}
