'use client';
import { useEffect, useId, useRef, useState } from 'react';

/**
 * Props for a sheet and the button that opens it. Closes by Escape, which gives the focus back to the button, and when
 * anything but the two is pressed or gets the focus.
 */
export function useSheet() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open || !button.current) return undefined;
    const page = button.current.ownerDocument;
    // The page does not hear of a focus that moves within a shadow root.
    const root = button.current.getRootNode();
    const closeElsewhere = (event: Event) => {
      // The path, and not the target: seen from the page, what is in a shadow root is its host.
      const path = event.composedPath();
      if (![button, sheet].some(({ current }) => current && path.includes(current))) setOpen(false);
    };
    // On the page: some browsers give no focus to a button that is pressed.
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    const over = new AbortController();
    const { signal } = over;
    page.addEventListener('pointerdown', closeElsewhere, { signal });
    page.addEventListener('focusin', closeElsewhere, { signal });
    root.addEventListener('focusin', closeElsewhere, { signal });
    page.addEventListener('keydown', closeByEscape, { signal });
    return () => over.abort();
  }, [open]);

  return {
    open,
    button: {
      ref: button,
      'aria-expanded': open,
      'aria-controls': id,
      onClick: () => setOpen(!open),
    },
    sheet: { ref: sheet, id, hidden: !open },
  };
}
