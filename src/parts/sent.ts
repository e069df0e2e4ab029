'use client';
import type { SentDigits } from '../hooks/useSentDigits.js';
import { partContext } from './partContext.js';

/** The digits that were sent in the call around. */
export const [SentProvider, useSent, useSentHere] = partContext<SentDigits>({
  whole: 'a call',
  does: 'shows the digits that were sent in the call of',
  root: 'CallParts.Root',
});
