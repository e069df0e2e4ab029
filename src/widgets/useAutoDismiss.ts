'use client';
import { useCallback, useEffect, useRef } from 'react';
import { useCall, useCallActions } from '../hooks/index.js';
import type { CallId } from '../phone/state.js';

/** Long enough to read why a call ended, in ms. */
const READING_TIME = 8000;

/**
 * Takes an ended call off the screen after some seconds, but not from under a pointer or while one of its buttons
 * has the focus. Returns the handlers for the element that shows it.
 */
export function useAutoDismiss(id: CallId | undefined) {
  const { dismiss } = useCallActions(id);
  const ended = useCall(id, ({ state }) => state === 'terminated');
  // No state: nothing that shows depends on it, and a pointer that comes by renders nothing.
  const holding = useRef({ pointer: false, focus: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const wait = useCallback(() => {
    clearTimeout(timer.current);
    const { pointer, focus } = holding.current;
    if (ended && !pointer && !focus) timer.current = setTimeout(() => void dismiss(), READING_TIME);
  }, [ended, dismiss]);
  useEffect(() => {
    wait();
    return () => clearTimeout(timer.current);
  }, [wait]);

  const hold = (change: Partial<typeof holding.current>) => {
    Object.assign(holding.current, change);
    wait();
  };
  return {
    onPointerEnter: () => hold({ pointer: true }),
    onPointerLeave: () => hold({ pointer: false }),
    // The region itself gets the focus when "Hang up" goes away; that holds nothing.
    onFocus: ({ target }: { target: Element }) => hold({ focus: target.matches('button') }),
    onBlur: () => hold({ focus: false }),
  };
}
