/**
 * The part of a SIP URI that a person recognises: the number when it is one, else `name@host`.
 */
export function addressOf(uri: string): string {
  const address = uri.replace(/^sips?:/i, '');
  const user = address.slice(0, Math.max(0, address.lastIndexOf('@'))).replaceAll('%23', '#');
  return /^\+?[\d*#]+$/.test(user) ? user : address;
}
