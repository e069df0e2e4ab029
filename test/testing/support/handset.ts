import { createHash } from 'node:crypto';
import type { Exchange } from '../../../src/testing/index.js';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
let serial = 0;

export interface Answer {
  readonly status: number;
  readonly text: string;
  header(name: string): string | undefined;
  headers(name: string): string[];
}

/** A line into the exchange that writes its messages by hand, to say what SIP.js never would. */
export function handset(exchange: Exchange, user: string) {
  const received: string[] = [];
  const closed: number[] = [];
  const host = `${user}${++serial}.invalid`;
  const line = exchange.connect({
    send: (text) => received.push(text),
    close: (code) => closed.push(code),
  });

  const answer = (): Answer => {
    const text = received.at(-1) ?? '';
    const headers = (name: string) =>
      [...text.matchAll(new RegExp(`^${name}: (.*?)\\r$`, 'gim'))].map(([, value]) => value ?? '');
    return { status: Number(text.split(' ', 2)[1]), text, headers, header: (name) => headers(name)[0] };
  };

  /** Sends one request and returns what came back last. Lines given replace or add to the usual ones. */
  function request(
    method: string,
    uri: string,
    lines: Record<string, string | string[]> = {},
    body = '',
  ): Answer {
    const headers: Record<string, string | string[]> = {
      Via: `SIP/2.0/WS ${host};branch=z9hG4bK${++serial}`,
      'Max-Forwards': '70',
      From: `<sip:${user}@${exchange.domain}>;tag=${serial}`,
      To: method === 'REGISTER' ? `<sip:${user}@${exchange.domain}>` : `<${uri}>`,
      'Call-ID': `call-${serial}`,
      CSeq: `${serial} ${method}`,
      Contact: `<sip:${user}@${host};transport=ws>`,
      'Content-Length': String(Buffer.byteLength(body)),
      ...lines,
    };
    const written = Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one) => `${name}: ${one}`),
    );
    line.receive(`${[`${method} ${uri} SIP/2.0`, ...written].join('\r\n')}\r\n\r\n${body}`);
    return answer();
  }

  /** The answer to a digest challenge, by RFC 2617 with qop. */
  function credentials(challenge: string, method: string, password: string): string {
    const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
    const [realm, nonce, uri] = [field('realm'), field('nonce'), `sip:${exchange.domain}`];
    const ha1 = md5(`${user}:${realm}:${password}`);
    const response = md5(`${ha1}:${nonce}:00000001:abcd:auth:${md5(`${method}:${uri}`)}`);
    return `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}", qop=auth, nc=00000001, cnonce="abcd"`;
  }

  /** Sends a request, and once more with credentials when it is challenged. */
  function signed(
    method: string,
    uri: string,
    lines: Record<string, string | string[]> = {},
    body = '',
  ): Answer {
    const first = request(method, uri, lines, body);
    const [challenge, name] =
      first.status === 401
        ? [first.header('WWW-Authenticate'), 'Authorization']
        : [first.header('Proxy-Authenticate'), 'Proxy-Authorization'];
    if (!challenge) return first;
    return request(method, uri, { ...lines, [name ?? '']: credentials(challenge, method, user) }, body);
  }

  return {
    host,
    contact: `sip:${user}@${host};transport=ws`,
    received,
    closed,
    answer,
    request,
    signed,
    credentials,
    send: line.receive,
    hangUp: line.close,
    register: (lines: Record<string, string | string[]> = {}) =>
      signed('REGISTER', `sip:${exchange.domain}`, lines),
  };
}
