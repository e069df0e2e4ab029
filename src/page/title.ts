import type { Phone } from '../phone/phone.js';
import { selectCall, selectIncomingIds } from '../phone/selectors.js';

/** What the title says now for each phone that rings, and what it said before any did. */
const ringing = new Map<symbol, string>();
let before = '';
let shown = '';

/**
 * Says in the page's title who is calling while a call rings, so that it is seen from another tab and where the
 * ring cannot sound. Several phones share the title: the latest to ring has it. Returns the way to stop.
 *
 * @param words what to say for a caller's name
 */
export function showCallerInTitle(phone: Phone, words: (name: string) => string): () => void {
  const key = Symbol('phone');
  const update = () => {
    const state = phone.store.getState();
    const id = selectIncomingIds(state)[0];
    const call = id && selectCall(state, id);
    say(key, call ? words(call.remote.displayName) : null);
  };
  const unsubscribe = phone.store.subscribe(update);
  update();
  return () => {
    unsubscribe();
    say(key, null);
  };
}

function say(key: symbol, text: string | null): void {
  if (text === (ringing.get(key) ?? null)) return;
  if (ringing.size === 0) before = document.title;
  ringing.delete(key);
  if (text !== null) ringing.set(key, text);
  // A title that the page itself has written meanwhile is not ours to take back.
  else if (document.title !== shown) return;
  shown = [...ringing.values()].at(-1) ?? before;
  document.title = shown;
}
