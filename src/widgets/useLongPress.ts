'use client';
import { type MouseEvent, useEffect, useRef } from 'react';

/** Handlers for a button that does something else when it is held for half a second. The click that follows is stopped. */
export function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown: () => {
      held.current = false;
      timer.current = setTimeout(() => {
        held.current = true;
        act();
      }, 500);
    },
    onPointerUp: cancel,
    onPointerLeave: cancel,
    onClick: (event: MouseEvent) => {
      if (held.current) event.preventDefault();
      held.current = false;
    },
    // Touch screens open a menu on what is held.
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
  };
}
