const TOKEN = /^[\w!%*+`'~.-]+$/;
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Headers that route, identify or frame a message: they are SIP.js's to write. */
const RESERVED = new Set([
  'accept',
  'allow-events',
  'expires',
  'identity',
  'join',
  'min-se',
  'p-asserted-identity',
  'reason',
  'referred-by',
  'session-expires',
  'target-dialog',
  'b',
  'u',
  'x',
  'allow',
  'authorization',
  'call-id',
  'contact',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-type',
  'cseq',
  'event',
  'from',
  'max-forwards',
  'privacy',
  'proxy-authorization',
  'proxy-require',
  'rack',
  'record-route',
  'refer-to',
  'replaces',
  'require',
  'route',
  'rseq',
  'supported',
  'to',
  'user-agent',
  'via',
  // their compact forms, RFC 3261 section 7.3.3
  'c',
  'd',
  'e',
  'f',
  'i',
  'k',
  'l',
  'm',
  'o',
  'r',
  't',
  'v',
]);

/** Writes own headers as lines for SIP.js. Throws for a name or a value that could become another header. */
export function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => {
    if (!TOKEN.test(name) || RESERVED.has(name.toLowerCase())) {
      throw new Error(
        `hookswitch: the header "${plain(name)}" cannot be set, because it is no header name or one that routes or frames the call. ` +
          'Use a name of your own, such as "X-Order".',
      );
    }
    if (typeof value !== 'string' || CONTROL.test(value)) {
      throw new Error(
        `hookswitch: the value of the header "${name}" holds a line break or another control character, so it could add headers ` +
          'of its own. Remove them before the call.',
      );
    }
    return `${name}: ${value}`;
  });
}

const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f]/g, '?').slice(0, 40);
