'use client';
import { type RefObject, useEffect, useState } from 'react';
import { useIncomingCalls } from '../hooks/index.js';

/** What somebody is at: a control with the focus, or a number that is being typed. */
const IN_USE = '.hs-softphone-view :focus, .hs-dialer-input:not(:placeholder-shown)';

/**
 * Whether a call that rings has the whole stage: when it is the only one, and nobody was at anything when it began.
 * Decided once, so that nothing moves under the finger that is about to answer.
 */
export function useCovered(root: RefObject<Element | null>, busy: boolean): boolean {
  const alone = useIncomingCalls().length === 1 && !busy;
  const [covered, setCovered] = useState(false);
  useEffect(() => {
    setCovered(alone && !root.current?.querySelector(IN_USE));
  }, [alone, root]);
  return covered && alone;
}
