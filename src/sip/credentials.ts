import { withLimit } from './withLimit.js';

/** How a phone proves who it is: a password, or `ha1`, the MD5 of `username:realm:password` (RFC 2617 section 3.2.2.2). */
export type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly username: string; readonly ha1: string };

/** Credentials, or a function that fetches them when they are needed, and again when the server refused the last ones. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/** Makes the digest input HA1 for a realm; `null` when these credentials cannot. */
export type Secret = (realm: string, hash: (text: string) => string, algorithm: string) => string | null;

const LOAD_LIMIT = 10_000;

/**
 * The one place where credentials live: in this closure, never in state, storage or logs. Hands out what a digest
 * needs, and forgets them on `forget`.
 */
export function createCredentials(source: CredentialsSource | undefined) {
  let held: Credentials | null = typeof source === 'object' ? source : null;
  let fetching: Promise<Credentials> | null = null;

  const secret: Secret = (realm, hash, algorithm) => {
    if (!held) return null;
    if ('password' in held) return hash(`${held.username}:${realm}:${held.password}`);
    // An ha1 is of one algorithm; the setting says MD5.
    return algorithm === 'MD5' ? held.ha1 : null;
  };

  return {
    secret,
    get username(): string | null {
      return held?.username ?? null;
    },
    /** True when asking again may give other credentials. */
    canRenew: typeof source === 'function',
    /** Fetches them if that is how they come and none are held. Rejects with what the function rejects with. */
    async load(): Promise<void> {
      if (held || typeof source !== 'function') return;
      fetching ??= withLimit(Promise.resolve().then(source), LOAD_LIMIT, 'Fetching credentials');
      const mine = fetching;
      try {
        const fetched = await mine;
        // Let go while they were on their way: they are not to be kept.
        if (fetching === mine) held = fetched;
      } finally {
        if (fetching === mine) fetching = null;
      }
    },
    /** Lets fetched ones go, so that the next `load` asks again. */
    forget(): void {
      if (typeof source === 'function') held = fetching = null;
    },
  };
}

export type HeldCredentials = ReturnType<typeof createCredentials>;
