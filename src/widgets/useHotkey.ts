'use client';
import { type FocusEvent, useEffect, useRef } from 'react';
import { useIncomingCalls, usePhone } from '../hooks/index.js';
import type { Phone } from '../phone/phone.js';
import type { CallId } from '../phone/state.js';

/** Types nothing, and browsers leave it alone. */
export const HOTKEY = 'F8';

/**
 * Props for the element around the calls that ring. The key, pressed anywhere in the document, moves the focus to the
 * element inside that names it in `aria-keyshortcuts`. Once that is gone the focus goes back to where it was, unless
 * the person moved on, or something else took it that shows the call now.
 */
export function useHotkey<E extends HTMLElement>(hotkey: string | null) {
  const phone = usePhone();
  const ref = useRef<E>(null);
  const origin = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const page = ref.current?.ownerDocument;
    if (!page || !hotkey) return undefined;
    const reach = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
      if (key !== hotkey || ctrlKey || metaKey || altKey || shiftKey || defaultPrevented) return;
      const target = ref.current?.querySelector<HTMLElement>('[aria-keyshortcuts]');
      if (!target) return;
      const before = focusedIn(page);
      target.focus();
      // Where it is hidden or behind a modal dialog it takes no focus, and the key is for another one.
      if (focusedIn(page) !== target) return;
      event.preventDefault();
      if (before !== target && !ref.current?.contains(before)) origin.current = before;
    };
    // On the way down: an editor that keeps its keys to itself is where people are when it rings.
    page.addEventListener('keydown', reach, true);
    return () => page.removeEventListener('keydown', reach, true);
  }, [hotkey]);

  const ringing = useIncomingCalls();
  const before = useRef(ringing);
  useEffect(() => {
    const gone = before.current.filter((id) => !ringing.includes(id));
    before.current = ringing;
    if (gone.some((id) => goesOn(phone, id))) queueMicrotask(goBack);
    else goBack();

    function goBack() {
      const page = ref.current?.ownerDocument;
      if (!page || !origin.current || !isLost(focusedIn(page))) return;
      origin.current.focus({ preventScroll: true });
      origin.current = null;
    }
  }, [phone, ringing]);

  return {
    ref,
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      // With the whole window the focus goes, but stays here for when it comes back.
      const stays =
        currentTarget.contains(relatedTarget) ||
        currentTarget.contains(focusedIn(currentTarget.ownerDocument));
      if (!stays) origin.current = null;
    },
  };
}

const goesOn = (phone: Phone, id: CallId) =>
  phone.store.getState().calls.some((call) => call.id === id && call.state !== 'terminated');

/** What has the focus, in a shadow root too. */
function focusedIn({ activeElement }: DocumentOrShadowRoot): HTMLElement | null {
  const inner = activeElement?.shadowRoot && focusedIn(activeElement.shadowRoot);
  return inner ?? (activeElement as HTMLElement | null);
}

const isLost = (focused: Element | null) => !focused || focused === focused.ownerDocument.body;
