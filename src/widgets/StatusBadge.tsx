'use client';
import type { ReactElement } from 'react';
import { useStatus } from '../hooks/index.js';
import { PhoneParts } from '../parts/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import { useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Whether the phone is ready, in a word. Takes the props of its root, a `<p>`. */
export function StatusBadge(props: WidgetProps<'p'>): ReactElement {
  const words = useWords();
  return (
    <PhoneParts.Status {...mergeProps({ className: 'hs hs-status' }, props)}>
      {words.status[useStatus()]}
    </PhoneParts.Status>
  );
}
