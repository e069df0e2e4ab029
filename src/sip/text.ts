const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The value of a header as a program may want it: whole, but for control and bidi marks; empty when it is too long. */
export const plainValue = (text: string, limit = 1024): string =>
  text.length > limit ? '' : text.replace(UNSAFE, '');

/** Text off the wire as a person may see it: quoted-pair escapes undone once, no control or bidi marks, cut. */
export function plainText(text: string | undefined, limit = 64): string {
  const clean = (text ?? '')
    .replace(/\\(.)/g, '$1')
    .replace(UNSAFE, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(clean);
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : clean;
}
