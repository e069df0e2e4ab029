'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

/**
 * Props for a sheet and the button that opens it, in an element around both. Closes by Escape, which gives the focus
 * back to the button, and when something else is pressed or gets the focus.
 */
export function useSheet<E extends HTMLElement>() {
  const [open, setOpen] = useState(false);
  const around = useRef<E>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    const page = around.current?.ownerDocument;
    if (!open || !page) return undefined;
    const closeElsewhere = (event: Event) => {
      // The path, and not the target: seen from the page, what is in a shadow root is its host.
      if (around.current && !event.composedPath().includes(around.current)) setOpen(false);
    };
    page.addEventListener('pointerdown', closeElsewhere);
    page.addEventListener('focusin', closeElsewhere);
    return () => {
      page.removeEventListener('pointerdown', closeElsewhere);
      page.removeEventListener('focusin', closeElsewhere);
    };
  }, [open]);

  return {
    open,
    around: {
      ref: around,
      onKeyDown: (event: KeyboardEvent) => {
        if (!open || event.key !== 'Escape') return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      },
    },
    button: {
      ref: button,
      'aria-expanded': open,
      'aria-controls': id,
      onClick: () => setOpen(!open),
    },
    sheet: { id, hidden: !open },
  };
}
