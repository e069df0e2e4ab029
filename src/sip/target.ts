const MAX_LENGTH = 256;

/** Marks that ride along when a number is copied from a page: zero-width, bidi, byte order. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
/** Hyphens and dashes of every length separate the digits of numbers in print. */
const NUMBER = /^\+?[\d\s().\-\u2010-\u2015\u2212/*#]+$/;
const NAME = /^(?=.*[a-z\d])[\w.!~*'&=+$-]+$/i;
/** What RFC 3261 lets a user part hold (section 25.1), percent escapes aside. */
const USER = /^(?:[\w.!~*'()&=+$,;?/#-]|%[0-9a-f]{2})+$/i;
/** SIP wants a last label that begins with a letter, which tells a name from an IPv4 address (RFC 3261 section 25.1). */
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?$/i;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`);
const IPV6 = /^\[(?=.*[0-9a-f])[0-9a-f:.]+\]$/i;

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
  const host = hostPort(rest.slice(at + 1).split(/[;?]/, 1)[0] ?? '');
  if (host === null) return null;
  if (at < 0) return `${scheme}:${host}`;
  // A password in the URI (`user:secret@`) is refused with the rest: it would be shown and logged.
  const user = rest.slice(0, at);
  return USER.test(user) && survivesEscaping(user)
    ? `${scheme}:${user.replaceAll('#', '%23')}@${host}`
    : null;
}

/** A host with or without a port; `null` for what SIP.js could not read again. The dot of a root domain is dropped. */
function hostPort(text: string): string | null {
  const [, host = '', port = ''] = /^(.*?)\.?(:\d{1,5})?$/.exec(text) ?? [];
  if (Number(port.slice(1)) > 65_535) return null;
  return HOST_NAME.test(host) || IPV4.test(host) || isIPv6(host) ? host + port : null;
}

function isIPv6(host: string): boolean {
  if (!IPV6.test(host)) return false;
  try {
    return new URL(`http://${host}`).host !== '';
  } catch {
    return false;
  }
}

/** SIP.js cannot write a URI again whose user decodes to a percent sign; what nobody can see must not pass either. */
function survivesEscaping(user: string): boolean {
  try {
    const decoded = decodeURIComponent(user);
    return !decoded.includes('%') && !CONTROL.test(decoded) && decoded.replace(INVISIBLE, '') === decoded;
  } catch {
    return false;
  }
}
