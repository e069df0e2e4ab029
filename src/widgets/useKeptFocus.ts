import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Props for an element that catches the focus when the button that had it goes away, such as "Hang up" at the end
 * of a call: the keyboard goes on from here and not from the top of the page. Takes no focus otherwise.
 */
export function useKeptFocus<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const within = useRef(false);
  useEffect(() => {
    // An element that goes away takes the focus with it and tells nobody.
    if (within.current && isLost(document.activeElement)) ref.current?.focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      within.current = true;
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      within.current = currentTarget.contains(relatedTarget);
    },
  };
}

const isLost = (focused: Element | null) =>
  !focused || focused === document.body || focused.closest('[hidden], :disabled') !== null;
