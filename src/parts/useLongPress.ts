'use client';
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';

/** How long a button is held until it means something else. */
const holdTime = 500;

interface LongPress {
  onPointerDown(event: PointerEvent): void;
  onPointerUp(): void;
  onPointerLeave(): void;
  onPointerCancel(): void;
  onKeyDown(): void;
  onClick(): void;
  onContextMenu(event: MouseEvent): void;
}

/** Handlers for a button that does one thing when it is pressed, and another, in place of it, when it is held. */
export function useLongPress(press: () => void, hold: () => void): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown: ({ button }) => {
      cancel();
      held.current = false;
      if (button !== 0) return;
      timer.current = setTimeout(() => {
        held.current = true;
        hold();
      }, holdTime);
    },
    onPointerUp: cancel,
    onPointerLeave: cancel,
    onPointerCancel: cancel,
    // On a touch screen no click follows what was held: the next one is meant.
    onKeyDown: () => {
      held.current = false;
    },
    onClick: () => {
      if (!held.current) press();
      held.current = false;
    },
    // Touch screens open a menu on what is held.
    onContextMenu: (event) => event.preventDefault(),
  };
}
