'use client';
import type { ReactElement } from 'react';
import { useStatus } from '../hooks/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import * as PhoneParts from '../parts/phone.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Whether the phone is ready, in a word. Takes the props of its root, a `<p>`. */
export function RegistrationStatus(props: WidgetProps<'p'>): ReactElement {
  const words = useWords();
  return (
    <PhoneParts.Status {...mergeProps({ className: 'hs hs-status', ...useLanguage() }, props)}>
      {words.status[useStatus()]}
    </PhoneParts.Status>
  );
}
