'use client';
import type { ReactElement } from 'react';
import { useStatus } from '../hooks/index.js';
import { PhoneParts } from '../parts/index.js';
import { useWords } from './WordsProvider.js';

/** Whether the phone is ready, in a word. */
export function StatusBadge(): ReactElement {
  const words = useWords();
  return <PhoneParts.Status className="hs hs-status">{words.status[useStatus()]}</PhoneParts.Status>;
}
