'use client';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

interface RovingFocus<E extends HTMLElement> {
  ref: RefObject<E | null>;
  onFocus(event: FocusEvent<E>): void;
  onKeyDown(event: KeyboardEvent<E>): void;
}

/**
 * Makes the buttons in an element one stop of the Tab key: the arrow keys move among them, in rows of `columns` that
 * read from the left in every script, Home and End to the first and the last. Renders nobody: `tabindex` is written on
 * the buttons themselves. In markup from a server each is a stop, until the page runs.
 */
export function useRovingFocus<E extends HTMLElement>(columns: number): RovingFocus<E> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (ref.current) keepOneStop(ref.current);
  });
  return {
    ref,
    onFocus: ({ currentTarget, target }) => keepOneStop(currentTarget, target),
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const buttons = buttonsIn(event.currentTarget);
      const from = buttons.findIndex((button) => button.contains(event.target as Node));
      const way = wayOf(event.key, buttons, from, columns);
      if (!way) return;
      event.preventDefault();
      // A disabled button takes no focus and is passed over.
      way.find(isEnabled)?.focus();
    },
  };
}

/** The buttons that a key leads to from one of them, nearest first; nothing for a key that leads nowhere. */
function wayOf(
  key: string,
  buttons: HTMLElement[],
  from: number,
  columns: number,
): HTMLElement[] | undefined {
  const before = buttons.slice(0, Math.max(0, from)).reverse();
  const after = buttons.slice(from + 1);
  const inColumn = (way: HTMLElement[]) => way.filter((_, place) => (place + 1) % columns === 0);
  switch (key) {
    case 'ArrowLeft':
      return before;
    case 'ArrowRight':
      return after;
    case 'ArrowUp':
      return inColumn(before);
    case 'ArrowDown':
      return inColumn(after);
    case 'Home':
      return buttons;
    case 'End':
      return buttons.reverse();
    default:
      return undefined;
  }
}

/** The stop is where the focus is, else where it was, else the first that can have it. */
function keepOneStop(group: HTMLElement, focused?: Element): void {
  const buttons = buttonsIn(group);
  const stop =
    buttons.find((button) => button.contains(focused ?? null)) ??
    buttons.find((button) => button.getAttribute('tabindex') === '0' && isEnabled(button)) ??
    buttons.find(isEnabled) ??
    buttons[0];
  for (const button of buttons) {
    const tabIndex = button === stop ? '0' : '-1';
    if (button.getAttribute('tabindex') !== tabIndex) button.setAttribute('tabindex', tabIndex);
  }
}

const buttonsIn = (group: HTMLElement) => [...group.querySelectorAll<HTMLElement>('button, [role=button]')];

const isEnabled = (button: HTMLElement) => !button.matches(':disabled');
