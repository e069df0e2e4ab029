'use client';
import { type ReactElement, useEffect, useRef } from 'react';
import { usePhone } from '../hooks/index.js';
import { knownAtFirst, news } from './news.js';
import { useTurn } from './useTurn.js';
import { useLanguage, useWords } from './WordsProvider.js';

/** Screen readers take notice of a live region some time after it came, in ms. */
const NOTICED_AFTER = 100;
/** Long enough to be read out after others, in ms. */
const KEPT_FOR = 10_000;

interface AnnouncerProps {
  /** The key that moves the focus to a call that rings, to be said with the call. */
  hotkey?: string | undefined;
}

/**
 * Tells whoever listens what becomes of calls and devices: politely, and at once that a call rings or that a device in
 * use is gone. Every widget that shows either has one; of those of one phone the first one speaks, and another takes
 * over when it goes. Renders a `<div>` that nobody sees.
 */
export function Announcer({ hotkey }: AnnouncerProps): ReactElement | null {
  const phone = usePhone();
  const words = useWords();
  const language = useLanguage();
  const desk = useTurn(phone, hotkey);
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!desk) return undefined;
    let noticed = false;
    const tell = () => {
      const now = phone.store.getState();
      const before = desk.known ?? knownAtFirst(now);
      desk.known = now;
      const key = desk.announcers.find(({ hotkey }) => hotkey)?.hotkey;
      desk.unsaid.push(...news(before, now, words, key));
      if (noticed) sayAll();
    };
    const sayAll = () => {
      for (const { text, urgent } of desk.unsaid.splice(0)) say(text, urgent ? assertive : polite);
    };
    desk.known ??= knownAtFirst(phone.store.getState());
    const unsubscribe = phone.store.subscribe(tell);
    tell();
    const timer = setTimeout(() => {
      noticed = true;
      sayAll();
    }, NOTICED_AFTER);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [phone, words, desk]);

  if (!desk) return null;
  return (
    <div className="hs hs-hidden" {...language}>
      <div ref={polite} aria-live="polite" />
      <div ref={assertive} aria-live="assertive" />
    </div>
  );
}

/** Puts a sentence beside those before it, so that two in a moment are both heard. By hand: it is news, and no state. */
function say(text: string, { current: region }: { current: HTMLElement | null }): void {
  const sentence = region?.ownerDocument.createElement('p');
  if (!region || !sentence) return;
  sentence.textContent = text;
  region.append(sentence);
  setTimeout(() => sentence.remove(), KEPT_FOR);
}
