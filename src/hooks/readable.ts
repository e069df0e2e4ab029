/**
 * What was copied, as `call` reads it: it takes spaces, brackets and dashes, but no tabs and line ends, and none of
 * the escapes of a `tel:` link.
 */
export function readable(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (!/^ ?tel:/i.test(line)) return line;
  try {
    return decodeURIComponent(line);
  } catch {
    return line;
  }
}
