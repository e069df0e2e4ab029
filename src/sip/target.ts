const MAX_LENGTH = 256;

/** Marks that ride along when a number is copied from a page: zero-width, bidi, byte order. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const NUMBER = /^\+?[\d\s().\-/*#]+$/;
const NAME = /^[\w.!~*'&=+$-]+$/;
/** What RFC 3261 lets a user part hold (section 25.1), percent escapes aside. */
const USER = /^(?:[\w.!~*'()&=+$,;?/-]|%[0-9a-f]{2})+$/i;
const HOST =
  /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?)(?::\d{1,5})?$/i;

/** Digits of other scripts, by their zero. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

/**
 * Reads what a person typed or pasted as a SIP URI: a number, a name of `domain`, `tel:`, `user@host` or `sip:`.
 * Parameters and headers of a pasted URI are dropped, so that nothing but the URI reaches the wire.
 * `null` when it is none of these.
 */
export function parseTarget(text: string, domain: string): string | null {
  const typed = text.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (typed === '' || typed.length > MAX_LENGTH || CONTROL.test(typed)) return null;
  const [, scheme = '', rest = ''] = /^(?:(sips?|tel):)?(.*)$/i.exec(typed) ?? [];
  if (scheme.toLowerCase() === 'tel') return numberAt(rest.split(';', 1)[0] ?? '', domain);
  if (scheme !== '' || rest.includes('@')) return address(scheme.toLowerCase() || 'sip', rest);
  return numberAt(rest, domain) ?? (NAME.test(rest) ? `sip:${rest}@${domain}` : null);
}

/** The parts of an address-of-record `sip:user@host`; `null` when it is none. */
export function parseAor(aor: string): { uri: string; user: string; domain: string } | null {
  if (!/^sips?:[^@]+@/i.test(aor) || CONTROL.test(aor)) return null;
  const uri = address(aor.slice(0, aor.indexOf(':')).toLowerCase(), aor.slice(aor.indexOf(':') + 1));
  const at = uri?.lastIndexOf('@') ?? -1;
  return uri === null ? null : { uri, user: uri.slice(uri.indexOf(':') + 1, at), domain: uri.slice(at + 1) };
}

function numberAt(text: string, domain: string): string | null {
  const digits = [...text].map(westernDigit).join('');
  if (!NUMBER.test(digits)) return null;
  const dialled = digits.replace(/[^+\d*#]/g, '');
  return /[\d*#]/.test(dialled) ? `sip:${dialled.replaceAll('#', '%23')}@${domain}` : null;
}

function westernDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? character : String(code - zero);
}

function address(scheme: string, rest: string): string | null {
  const at = rest.lastIndexOf('@');
  const [host = ''] = rest.slice(at + 1).split(/[;?]/, 1);
  if (!HOST.test(host)) return null;
  if (at < 0) return `${scheme}:${host}`;
  // A password in the URI (`user:secret@`) is refused with the rest: it would be shown and logged.
  const user = rest.slice(0, at);
  return USER.test(user) && survivesEscaping(user)
    ? `${scheme}:${user.replaceAll('#', '%23')}@${host}`
    : null;
}

/** SIP.js cannot write a URI again whose user decodes to a percent sign; control characters must not pass either. */
function survivesEscaping(user: string): boolean {
  try {
    const decoded = decodeURIComponent(user);
    return !decoded.includes('%') && !CONTROL.test(decoded);
  } catch {
    return false;
  }
}
