/**
 * Keeps a name or number inside a sentence from turning the words around it, and them from turning it: Unicode
 * isolates. Right-to-left languages wrap whatever they insert. The others need none on a page that says its direction;
 * in the page's title, which takes it from the first letter, they put a word of their own before the name.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
