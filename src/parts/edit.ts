/**
 * How a text is shown. Adds and takes away separators alone: spaces, brackets, dots, dashes, slashes. What stands
 * between them stays, in its order.
 */
export type Format = (text: string) => string;

/** A change that a person made in a field. */
export interface Change {
  /** What the field shows now, and where the caret is in it. */
  typed: string;
  caret: number;
  /** Whether a deletion went forward, as the Delete key's does. */
  forward?: boolean;
}

export interface Edited {
  text: string;
  shown: string;
  caret: number;
}

const SEPARATORS = /[\s().\-/\u2010-\u2015\u2212]/g;
/** Marks that ride along when a number is copied: zero-width, bidi, byte order. */
const INVISIBLE = /\p{Cf}/gu;

const bare = (text: string) => text.replace(SEPARATORS, '');

/** Does to a text what a person did to `shown`, which is what they saw of it. */
export function edit(text: string, shown: string, { typed, caret, forward }: Change, format: Format): Edited {
  // What stands behind the caret was there before, and so was what stands before the change.
  const behind = shared('end', shown, typed, typed.length - caret);
  const before = shared('start', shown, typed, Math.min(shown.length, typed.length) - behind);
  const inserted = typed.slice(before, typed.length - behind).replace(INVISIBLE, '');

  const isFormatted = shown !== text;
  const base = isFormatted ? bare(text) : text;
  const placeOf = (index: number) => (isFormatted ? bare(shown.slice(0, index)).length : index);
  let from = placeOf(before);
  let to = placeOf(shown.length - behind);
  // A separator that is deleted comes back by itself: what was meant is the digit beside it.
  if (from === to && inserted === '' && shown.length > typed.length) {
    if (forward) to += 1;
    else from = Math.max(0, from - 1);
  }
  const start = base.slice(0, from) + inserted;
  return arrange(start + base.slice(to), start.length, format);
}

/** Shows a text; separators in it stay only where the format has nothing to add. */
function arrange(text: string, caret: number, format: Format): Edited {
  const digits = bare(text);
  const shown = format(digits);
  if (shown === digits && format(text) === text) return { text, shown: text, caret };
  const passed = bare(text.slice(0, caret)).length;
  return {
    text: digits,
    shown,
    caret: passed === digits.length ? shown.length : behindDigits(shown, passed),
  };
}

/** The place in a text behind its first `count` characters that are no separators. */
function behindDigits(text: string, count: number): number {
  let place = 0;
  while (bare(text.slice(0, place)).length < count) place += 1;
  return place;
}

/** How many characters two texts share at one of their ends, `most` at most. */
function shared(where: 'start' | 'end', a: string, b: string, most: number): number {
  const same = (index: number) =>
    where === 'start' ? a[index] === b[index] : a[a.length - 1 - index] === b[b.length - 1 - index];
  let count = 0;
  while (count < most && count < a.length && same(count)) count += 1;
  return count;
}
