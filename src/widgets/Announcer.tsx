'use client';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useRef } from 'react';
import { usePhone } from '../hooks/index.js';
import { announce } from './announcers.js';
import type { News } from './news.js';
import { useLanguage, useWords } from './WordsProvider.js';

/** Screen readers take notice of a live region some time after it came, in ms. */
const NOTICED_AFTER = 100;
/** Long enough to be read out after others, in ms. */
const KEPT_FOR = 10_000;

const AnnouncedContext = createContext(false);

interface AnnouncerProps {
  /** The key that moves the focus to a call that rings, to be said with the call. */
  hotkey?: string | undefined;
}

/**
 * Tells whoever listens what becomes of calls and devices: politely, and at once that a call rings or that a device in
 * use is gone. Every widget that shows either has one; of those of one phone the first that can be heard speaks. Inside
 * `<Announced>` there is nothing of it. Renders a `<div>` that nobody sees.
 */
export function Announcer({ hotkey }: AnnouncerProps): ReactElement | null {
  return useContext(AnnouncedContext) ? null : <Regions hotkey={hotkey} />;
}

/** Announces for all the widgets inside. */
export const Announced = ({ hotkey, children }: AnnouncerProps & { children: ReactNode }): ReactElement => (
  <AnnouncedContext.Provider value={true}>
    <Regions hotkey={hotkey} />
    {children}
  </AnnouncedContext.Provider>
);

function Regions({ hotkey }: AnnouncerProps) {
  const phone = usePhone();
  const words = useWords();
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  // Words may be new at each render; nothing begins anew for that.
  const manner = useRef({ words, hotkey });
  useEffect(() => {
    manner.current = { words, hotkey };
  });

  useEffect(() => {
    let waiting: News[] | null = [];
    const sayNow = ({ text, urgent }: News) => put(text, urgent ? assertive.current : polite.current);
    const { look, leave } = announce(phone, {
      region: () => polite.current,
      manner: () => manner.current,
      say: (fresh) => (waiting ? waiting.push(...fresh) : fresh.forEach(sayNow)),
      unsaid: () => waiting ?? [],
    });
    const timer = setTimeout(() => {
      look();
      waiting?.forEach(sayNow);
      waiting = null;
    }, NOTICED_AFTER);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [phone]);

  return (
    <div className="hs hs-hidden" {...useLanguage()}>
      <div ref={polite} aria-live="polite" />
      <div ref={assertive} aria-live="assertive" />
    </div>
  );
}

/** Puts a sentence beside those before it, so that two in a moment are both heard. By hand: it is news, and no state. */
function put(text: string, region: HTMLElement | null): void {
  const sentence = region?.ownerDocument.createElement('p');
  if (!region || !sentence) return;
  sentence.textContent = text;
  region.append(sentence);
  setTimeout(() => sentence.remove(), KEPT_FOR);
}
