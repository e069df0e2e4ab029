import { createStore } from 'zustand/vanilla';
import type { Dialled } from './dialled.js';
import { readable } from './readable.js';
import { settle } from './settle.js';
import type { Text } from './text.js';

/** What can be done with what is being dialled. */
export interface DialerVerbs {
  setValue(value: string): void;
  /** Adds a key, such as `5` or `#`, at the end. */
  press(key: string): void;
  /** Takes the last character away. */
  erase(): void;
  /**
   * Walks through what was dialled before, without repeats: `1` goes back to the one before, `-1` forth to the one
   * after, and past the newest to what was typed.
   */
  recall(step: 1 | -1): void;
  /**
   * Calls what was dialled and clears it; it stays, to be mended, when it cannot be called. With nothing dialled it
   * fills in what was dialled last, as phones do. Never rejects.
   */
  submit(): Promise<void>;
}

/** A dialer outside of React: whoever reads its text renders on its own. The verbs stay the same. */
export interface Dialer extends DialerVerbs {
  /** What is being dialled, unless a parent keeps it. */
  readonly text: Text;
  /** Takes what the latest render brought. */
  update(given: DialerLinks): void;
}

/** What a dialer is tied to; may be new at each render. */
export interface DialerLinks {
  /** What is being dialled, when a parent keeps it. */
  value: string | undefined;
  onValueChange: ((value: string) => void) | undefined;
  dial(target: string): Promise<unknown>;
  /** Who was called before, the newest first. */
  dialled(): readonly Dialled[];
  /** Renders again, so that a parent that refused a change is heard too. */
  refresh(): void;
}

export function createDialer(initial: string, first: DialerLinks): Dialer {
  const text = createStore(() => initial);
  let links = first;
  /** What a parent was asked to keep since it last rendered: two presses may come between two renders. */
  let asked: string | undefined;
  /** How far back in what was dialled; -1 for what was typed. */
  let place = -1;
  let typed = '';
  /** What is shown of the past: called as it was called then, not as its address reads. */
  let recalled: Dialled | undefined;

  const current = () => asked ?? links.value ?? text.getState();
  const write = (value: string) => {
    if (links.value === undefined) {
      text.setState(value);
    } else {
      asked = value;
      links.refresh();
    }
    links.onValueChange?.(value);
  };
  const setValue = (value: string) => {
    place = -1;
    recalled = undefined;
    write(value);
  };
  const recall = (step: 1 | -1) => {
    const list = links.dialled();
    const next = Math.min(place + step, list.length - 1);
    if (next < -1 || next === place) return;
    if (place === -1) typed = current();
    place = next;
    recalled = list[next];
    write(recalled?.address ?? typed);
  };

  return {
    text,
    update(given) {
      links = given;
      asked = undefined;
    },
    setValue,
    press: (key) => setValue(current() + key),
    erase: () => setValue([...current()].slice(0, -1).join('')),
    recall,
    submit: () =>
      settle(async () => {
        const value = current();
        if (value.trim() === '' && links.dialled().length > 0) {
          place = -1;
          recall(1);
        } else {
          const target = value === recalled?.address ? recalled.uri : readable(value);
          if (await links.dial(target)) setValue('');
        }
      }),
  };
}
