import { useEffect, useState } from 'react';
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
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const waiting = ended && !hovered && !focused;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => void dismiss(), READING_TIME);
    return () => clearTimeout(timer);
  }, [waiting, dismiss]);
  return {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
    onFocus: ({ target, currentTarget }: { target: EventTarget; currentTarget: EventTarget }) =>
      setFocused(target !== currentTarget),
    onBlur: () => setFocused(false),
  };
}
