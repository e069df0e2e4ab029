'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { usePhoneState } from '../hooks/index.js';

/**
 * Props for an element that catches the focus when the button that had it goes away, such as "Hang up" at the end
 * of a call: the keyboard goes on from here and not from the top of the page. Takes no focus otherwise. It goes to
 * `home` when that is there, else to the call inside, else to the element itself.
 */
export function useKeptFocus<E extends HTMLElement>(home?: RefObject<HTMLElement | null>) {
  const ref = useRef<E>(null);
  const within = useRef(false);
  // It is a change of some call, or of what the page may use, that takes a button away, whoever shows it.
  usePhoneState(({ calls, devices }) => [...calls.map(({ state }) => state), devices.permission]);
  useEffect(() => {
    // An element that goes away takes the focus with it and tells nobody.
    if (!ref.current || !within.current || !isLost(focusAround(ref.current))) return;
    // A call inside has a name to be heard.
    const call = ref.current.querySelector<HTMLElement>('section[tabindex="-1"]');
    (home?.current ?? call ?? ref.current).focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      within.current = true;
    },
    // Between leaving one element and reaching the next nothing has the focus, and nothing is lost.
    onBlur: () => {
      within.current = false;
    },
  };
}

/** What has the focus in the same document, or in the same shadow root: seen from outside, that is its host. */
const focusAround = (element: Element) => (element.getRootNode() as Document | ShadowRoot).activeElement;

const isLost = (focused: Element | null) =>
  !focused || focused === focused.ownerDocument.body || focused.closest('[hidden], :disabled') !== null;
