'use client';
import { useEffect, useState } from 'react';
import type { Phone } from '../phone/phone.js';
import type { Known, News } from './news.js';

/** What all announcers of one phone share. */
interface Desk {
  /** In the order in which they came; the first one speaks. */
  readonly announcers: { readonly hotkey: string | undefined; takeTurn(): void }[];
  /** What was told already, whoever told it. */
  known?: Known;
  /** What waits until the one who speaks is noticed. */
  readonly unsaid: News[];
}

const desks = new WeakMap<Phone, Desk>();

/** The desk of a phone while this announcer is the one that speaks there: the first that came and is still there. */
export function useTurn(phone: Phone, hotkey: string | undefined): Desk | undefined {
  const [turn, setTurn] = useState<Desk>();
  useEffect(() => {
    const desk = desks.get(phone) ?? { announcers: [], unsaid: [] };
    desks.set(phone, desk);
    const announcer = { hotkey, takeTurn: () => setTurn(desk) };
    desk.announcers.push(announcer);
    desk.announcers[0]?.takeTurn();
    return () => {
      desk.announcers.splice(desk.announcers.indexOf(announcer), 1);
      setTurn(undefined);
      desk.announcers[0]?.takeTurn();
      if (desk.announcers.length === 0) desks.delete(phone);
    };
  }, [phone, hotkey]);
  return turn;
}
