/** One or two letters that stand for a name, `Ada Lovelace` → `AL`; empty for a number or an address. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => (word ? firstLetter(word) : '')).join('');
}

// A letter may be several code units, or a base with its marks.
const firstLetter = (word: string) => word.match(/^\p{L}\p{M}*/u)![0].toLocaleUpperCase();
