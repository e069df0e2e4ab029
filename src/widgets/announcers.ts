import type { Words } from '../locales/en.js';
import type { Phone } from '../phone/phone.js';
import { type Known, knownAtFirst, type News, news } from './news.js';

/** Somebody who can tell whoever listens. */
export interface Announcing {
  /** Where it is said; nobody hears what stands in a hidden drawer or behind a modal dialog. */
  readonly region: () => Element | null;
  /** The language, and the key that moves the focus to a call that rings, as they are at the time. */
  readonly manner: () => { words: Words; hotkey: string | undefined };
  say(fresh: readonly News[]): void;
  /** What is still to be said by somebody else when this one goes. */
  unsaid(): readonly News[];
}

/** Those who can tell of one phone, in the order in which they came. */
interface Desk {
  readonly all: Announcing[];
  tell(): void;
  close(): void;
}

const desks = new WeakMap<Phone, Desk>();

/**
 * Has somebody tell of a phone. Of all who could it is the first that can be heard, so that nothing is said twice.
 * Returns how to look for news without a change, such as a call that rang before, and the way out; what was not said
 * yet goes to the next.
 */
export function announce(phone: Phone, one: Announcing): { look(): void; leave(): void } {
  const desk = desks.get(phone) ?? openDesk(phone);
  desk.all.push(one);
  return {
    look: desk.tell,
    leave() {
      desk.all.splice(desk.all.indexOf(one), 1);
      const left = one.unsaid();
      if (left.length > 0) speakerOf(desk.all)?.say(left);
      if (desk.all.length > 0) return;
      desks.delete(phone);
      desk.close();
    },
  };
}

function openDesk(phone: Phone): Desk {
  const all: Announcing[] = [];
  let known: Known = knownAtFirst(phone.store.getState());
  const tell = () => {
    const now = phone.store.getState();
    const speaker = speakerOf(all);
    if (!speaker) return;
    const { words } = speaker.manner();
    const hotkey = all
      .filter(canBeHeard)
      .find((one) => one.manner().hotkey)
      ?.manner().hotkey;
    const fresh = news(known, now, words, hotkey);
    known = now;
    if (fresh.length > 0) speaker.say(fresh);
  };
  const desk = { all, tell, close: phone.store.subscribe(tell) };
  desks.set(phone, desk);
  return desk;
}

const speakerOf = (all: readonly Announcing[]) => all.find(canBeHeard) ?? all[0];

function canBeHeard({ region }: Announcing): boolean {
  const element = region();
  if (!element || element.checkVisibility?.() === false) return false;
  const around = ancestorsOf(element);
  if (around.some((node) => node.matches('[hidden], [inert], [aria-hidden="true"]'))) return false;
  const modal = [...element.ownerDocument.querySelectorAll('dialog[open]')].filter(isModal);
  return modal.every((dialog) => around.includes(dialog));
}

/** Out of shadow roots too. */
function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return parent ? [element, ...ancestorsOf(parent)] : [element];
}

function isModal(dialog: Element): boolean {
  try {
    return dialog.matches(':modal');
  } catch {
    // A DOM that does not know the word has no modal dialogs.
    return false;
  }
}
