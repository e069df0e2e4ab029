'use client';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { usePhone } from '../hooks/index.js';
import { knownAtFirst, type News, news } from './news.js';
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
  const { said, say, forget } = useSaid();

  useEffect(() => {
    if (!desk) return undefined;
    const tell = () => {
      const now = phone.store.getState();
      const before = desk.known ?? knownAtFirst(now);
      desk.known = now;
      const key = desk.announcers.find(({ hotkey }) => hotkey)?.hotkey;
      say(news(before, now, words, key));
    };
    desk.known ??= knownAtFirst(phone.store.getState());
    let unsubscribe = () => {};
    const timer = setTimeout(() => {
      unsubscribe = phone.store.subscribe(tell);
      tell();
    }, NOTICED_AFTER);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [phone, words, desk, say]);

  if (!desk) return null;
  const region = (urgent: boolean) => (
    <div aria-live={urgent ? 'assertive' : 'polite'}>
      {said.map((one) => one.urgent === urgent && <Sentence key={one.key} said={one} onOld={forget} />)}
    </div>
  );
  return (
    <div className="hs hs-hidden" {...language}>
      {region(false)}
      {region(true)}
    </div>
  );
}

interface Said extends News {
  readonly key: number;
}

/** The sentences that stand in the regions. Each has an element of its own: two in a moment are both heard. */
function useSaid() {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const count = useRef(0);
  const say = useCallback((fresh: readonly News[]) => {
    if (fresh.length === 0) return;
    const keyed = fresh.map((one) => ({ ...one, key: count.current++ }));
    setSaid((all) => [...all, ...keyed]);
  }, []);
  const forget = useCallback((old: Said) => setSaid((all) => all.filter((one) => one !== old)), []);
  return { said, say, forget };
}

function Sentence({ said, onOld }: { said: Said; onOld: (said: Said) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onOld(said), KEPT_FOR);
    return () => clearTimeout(timer);
  }, [said, onOld]);
  return <p>{said.text}</p>;
}
