import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { HeldCredentials } from './credentials.js';

/**
 * A Digest challenge as SIP.js parses it from WWW-Authenticate or Proxy-Authenticate; quoted strings come as they
 * stand between their quotes, with their backslashes.
 */
export interface Challenge {
  readonly realm?: string;
  readonly nonce?: string;
  readonly opaque?: string;
  readonly algorithm?: string;
  readonly qop?: string | readonly string[];
}

export interface ChallengedRequest {
  readonly method: string;
  readonly ruri: { toString(): string };
  readonly toTag?: string | undefined;
}

const HASHES = new Map<string, (text: string) => string>([
  ['MD5', (text) => bytesToHex(md5(utf8ToBytes(text)))],
  ['SHA-256', (text) => bytesToHex(sha256(utf8ToBytes(text)))],
]);
const withdrawn = new WeakSet<object>();

/** Lets a request go unanswered when it is challenged: SIP.js would send it anew after it was cancelled, for good. */
export const withdraw = (request: object): void => void withdrawn.add(request);

const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Answers digest challenges (RFC 7616, RFC 8760) in the place of SIP.js's own class, which knows MD5 only and
 * answers whoever asks. A realm given in the settings is the only one answered; a challenge inside a call comes
 * from the other party, who may be after the password, and is not answered.
 */
export class DigestAnswer {
  #header = '';
  #nonce = '';
  #nonceCount = 0;

  constructor(
    private readonly credentials: HeldCredentials,
    private readonly realm: string | undefined,
  ) {}

  /** Prepares the header; false when the challenge is not to be, or cannot be, answered. */
  authenticate(
    request: ChallengedRequest,
    { realm, nonce, opaque, algorithm = 'MD5', qop }: Challenge,
  ): boolean {
    const hash = HASHES.get(algorithm);
    const { username } = this.credentials;
    if (!hash || !realm || !nonce || !username || request.toTag || withdrawn.has(request)) return false;
    if (this.realm !== undefined && realm !== this.realm) return false;
    // It would end the header, and begin another one.
    if (CONTROL.test([username, realm, nonce, opaque].join(''))) return false;
    const offered = qop === undefined ? [] : [qop].flat();
    if (offered.length > 0 && !offered.includes('auth')) return false;
    const ha1 = this.credentials.secret(realm, hash, algorithm);
    if (ha1 === null) return false;

    const uri = request.ruri.toString();
    const ha2 = hash(`${request.method}:${uri}`);
    const fields = [
      `username="${username.replace(/["\\]/g, '\\$&')}"`,
      `realm="${realm}"`,
      `nonce="${nonce}"`,
      `uri="${uri}"`,
    ];
    if (offered.length > 0) {
      this.#nonceCount = nonce === this.#nonce ? this.#nonceCount + 1 : 1;
      this.#nonce = nonce;
      const nc = this.#nonceCount.toString(16).padStart(8, '0');
      const cnonce = bytesToHex(crypto.getRandomValues(new Uint8Array(12)));
      fields.push(
        `response="${hash(`${ha1}:${nonce}:${nc}:${cnonce}:auth:${ha2}`)}"`,
        'qop=auth',
        `nc=${nc}`,
        `cnonce="${cnonce}"`,
      );
    } else {
      fields.push(`response="${hash(`${ha1}:${nonce}:${ha2}`)}"`);
    }
    fields.push(`algorithm=${algorithm}`);
    if (opaque !== undefined) fields.push(`opaque="${opaque}"`);
    this.#header = `Digest ${fields.join(', ')}`;
    return true;
  }

  /** The Authorization or Proxy-Authorization value for the last challenge answered. */
  toString(): string {
    return this.#header;
  }
}
