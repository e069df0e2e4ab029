import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Request, randomToken, respond, valuesOf } from './message.js';

export type DigestAlgorithm = 'MD5' | 'SHA-256';

export interface DigestOptions {
  realm: string;
  /** Undefined for who has no account. */
  passwordOf(user: string): string | undefined;
  /** What is offered, the preferred first (RFC 8760). */
  algorithms: readonly DigestAlgorithm[];
  /** How long a nonce is good for, s; afterwards it is refused as stale. */
  nonceLifetime: number;
}

/** Either who it is, or the challenge to send back. */
export type Identity = { user: string } | { challenge: string };

const hashes: Record<DigestAlgorithm, (text: string) => string> = {
  MD5: (text) => bytesToHex(md5(utf8ToBytes(text))),
  'SHA-256': (text) => bytesToHex(sha256(utf8ToBytes(text))),
};

/** Digest authentication, the server's side (RFC 3261 section 22, RFC 7616): 401 for REGISTER, else 407. */
export function createDigest({ realm, passwordOf, algorithms, nonceLifetime }: DigestOptions) {
  const nonces = new Map<string, number>();

  function challenge(request: Request, stale: boolean): Identity {
    const now = Date.now();
    for (const [nonce, expiresAt] of nonces) if (expiresAt <= now) nonces.delete(nonce);
    const nonce = randomToken();
    nonces.set(nonce, now + nonceLifetime * 1000);
    const values = algorithms.map(
      (algorithm) =>
        `Digest realm="${realm}", nonce="${nonce}", algorithm=${algorithm}, qop="auth"${stale ? ', stale=true' : ''}`,
    );
    return {
      challenge:
        request.method === 'REGISTER'
          ? respond(request, 401, { 'WWW-Authenticate': values })
          : respond(request, 407, { 'Proxy-Authenticate': values }),
    };
  }

  return {
    identify(request: Request): Identity {
      const header = request.method === 'REGISTER' ? 'Authorization' : 'Proxy-Authorization';
      const answer = valuesOf(request, header)
        .map(readAnswer)
        .find((fields) => fields.get('realm') === realm);
      if (!answer) return challenge(request, false);

      const field = (name: string) => answer.get(name) ?? '';
      const algorithm = algorithms.find((name) => name === (answer.get('algorithm') ?? 'MD5'));
      const user = field('username');
      const password = passwordOf(user);
      if (!algorithm || password === undefined) return challenge(request, false);

      const hash = hashes[algorithm];
      const ha1 = hash(`${user}:${realm}:${password}`);
      const ha2 = hash(`${request.method}:${field('uri')}`);
      const qop = answer.has('qop') ? [field('nc'), field('cnonce'), field('qop')] : [];
      if (field('response') !== hash([ha1, field('nonce'), ...qop, ha2].join(':')))
        return challenge(request, false);

      // Only who knows the password is told that nothing but the nonce was wrong.
      const isFresh = (nonces.get(field('nonce')) ?? 0) > Date.now();
      return isFresh ? { user } : challenge(request, true);
    },
  };
}

function readAnswer(value: string): Map<string, string> {
  const fields = new Map<string, string>();
  if (!/^digest\s/i.test(value)) return fields;
  for (const [, name, quoted, token] of value.matchAll(
    /([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+))/g,
  )) {
    if (name) fields.set(name.toLowerCase(), token ?? (quoted ?? '').replace(/\\(.)/g, '$1'));
  }
  return fields;
}
