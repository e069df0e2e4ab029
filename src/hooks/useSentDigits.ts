'use client';
import { useMemo } from 'react';
import { createStore } from 'zustand/vanilla';
import type { CallId } from '../phone/state.js';
import type { Text } from './text.js';

/** The digits that a person sent in a call, one after another. */
export interface SentDigits {
  readonly text: Text;
  add(digit: string): void;
}

/** The same object until the call changes; none were sent in it then. */
// biome-ignore lint/correctness/useExhaustiveDependencies: the call is what they belong to.
export const useSentDigits = (callId: CallId | undefined): SentDigits => useMemo(createSentDigits, [callId]);

function createSentDigits(): SentDigits {
  const text = createStore(() => '');
  return { text, add: (digit) => text.setState((sent) => sent + digit) };
}
