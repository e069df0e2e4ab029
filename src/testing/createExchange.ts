import type { Connection, Peer } from './exchange/connection.js';
import { createDigest, type DigestAlgorithm } from './exchange/digest.js';
import {
  addressOf,
  isRequest,
  type Message,
  parse,
  type Request,
  respond,
  valuesOf,
} from './exchange/message.js';
import { createNumber } from './exchange/number.js';
import { createProxy, maxForwardsOf, type Target } from './exchange/proxy.js';
import { createRegistrar, type ExpiryOptions } from './exchange/registrar.js';

export type { Peer } from './exchange/connection.js';
export type { DigestAlgorithm } from './exchange/digest.js';
export type { ExpiryOptions } from './exchange/registrar.js';

export interface Account {
  readonly password: string;
  readonly displayName?: string;
}

export interface ExchangeOptions {
  /** Host of every address-of-record, and the realm of the digest. By default `hookswitch.test`. */
  domain?: string;
  /** Who may sign in. By default alice, bob, carol and dave, each with the name as the password. */
  accounts?: Readonly<Record<string, Account>>;
  /** Numbers with a fixed answer. By default busy (486), away (480) and nobody (180: rings for ever). */
  numbers?: Readonly<Record<string, number>>;
  /** How long a registration lasts, s. By default 300, from 1 to 3600; what is shorter is refused with 423. */
  expires?: Partial<ExpiryOptions>;
  /** Digest algorithms on offer, the preferred first. By default MD5 alone. */
  algorithms?: readonly DigestAlgorithm[];
  /** How long a digest nonce is good for, s. By default 300. */
  nonceLifetime?: number;
}

/** A phone's connection as whoever carries it sees it. */
export interface Line {
  /** Hands over one SIP message, or a keep-alive, from the phone. Never throws. */
  receive(message: string): void;
  /** The connection is gone; what was registered over it is forgotten. */
  close(): void;
}

/** A SIP registrar and proxy in memory, for development and tests. It knows nothing of sockets. */
export interface Exchange {
  readonly domain: string;
  readonly accounts: Readonly<Record<string, Account>>;
  /** Brings a phone's connection. What the exchange has to say goes to `peer`, at times before `receive` returns. */
  connect(peer: Peer): Line;
  /** The contact URIs under which a user can be reached now. */
  contacts(user: string): string[];
  /**
   * Gives every request to a user the same answer, whoever is registered there: a refusal (300 to 699), or ringing
   * for ever (180 to 199). Returns the way back. Throws a RangeError for another status code.
   */
  answerWith(user: string, statusCode: number, reasonPhrase?: string): () => void;
}

/** Alice, Bob, Carol and Dave, each with the user name as the password. */
export const developmentAccounts: Readonly<Record<string, Account>> = Object.fromEntries(
  ['Alice', 'Bob', 'Carol', 'Dave'].map((name) => {
    const user = name.toLowerCase();
    return [user, { password: user, displayName: name }];
  }),
);

const developmentNumbers = { busy: 486, away: 480, nobody: 180 };

/** Longer messages close the connection (RFC 6455, 1009), in UTF-16 units. */
const MESSAGE_LIMIT = 65_536;

const KEEP_ALIVE = '\r\n\r\n';

export function createExchange(options: ExchangeOptions = {}): Exchange {
  const {
    domain = 'hookswitch.test',
    accounts = developmentAccounts,
    numbers = developmentNumbers,
  } = options;
  /** The connection that a contact was last seen on, by its address. */
  const seen = new Map<string, Connection>();
  const fixed = new Map<string, Connection>();
  const accountOf = (user: string) => (Object.hasOwn(accounts, user) ? accounts[user] : undefined);

  const digest = createDigest({
    realm: domain,
    passwordOf: (user) => accountOf(user)?.password,
    algorithms: options.algorithms ?? ['MD5'],
    nonceLifetime: options.nonceLifetime ?? 300,
  });
  const registrar = createRegistrar({ min: 1, default: 300, max: 3600, ...options.expires });
  const proxy = createProxy({ host: domain, reach: (address) => seen.get(address) });

  function receive(message: Message, source: Connection): void {
    if (isRequest(message) || message.statusCode < 300) {
      for (const { parsed } of message.contacts) seen.set(addressOf(parsed.uri), source);
    }
    if (!isRequest(message)) proxy.receiveResponse(message);
    else if (message.method === 'ACK') proxy.receiveAck(message, contactOf(message));
    else if (message.method === 'CANCEL') proxy.receiveCancel(message, source);
    else {
      const answer = serve(message, source);
      if (answer) source.peer.send(answer);
    }
  }

  /** Returns the exchange's own answer; null when the request went on and others will answer. */
  function serve(request: Request, source: Connection): string | null {
    const { method, target, to, from } = request;
    if (!target) return respond(request, 416);
    if (to.hasParam('tag')) {
      const contact = contactOf(request);
      return relay(request, source, contact ? [contact] : []);
    }
    if (method === 'OPTIONS' && target.host === domain && !target.user) {
      return respond(request, 200, { Allow: 'REGISTER, INVITE, ACK, CANCEL, BYE, INFO, MESSAGE, OPTIONS' });
    }

    const identity = digest.identify(request);
    if ('challenge' in identity) return identity.challenge;
    const { user } = identity;
    const claimed = method === 'REGISTER' ? to.uri : from.uri;
    if (claimed.user !== user || claimed.host !== domain) return respond(request, 403);
    if (method === 'REGISTER') return registrar.register(user, request, source);

    const targets = locate(request);
    return targets ? relay(request, source, targets) : respond(request, 404);
  }

  function relay(request: Request, source: Connection, targets: readonly Target[]): string | null {
    if (maxForwardsOf(request) === 0) return respond(request, 483);
    const required = valuesOf(request, 'Proxy-Require');
    if (required.length > 0) return respond(request, 420, { Unsupported: required });
    // Inside a dialog too: RFC 5057 lets 480 fail this request alone, and the phone may be about to come back.
    if (targets.length === 0) return respond(request, 480);
    proxy.forward(request, source, targets);
    return null;
  }

  /** Where somebody can be called: null for who is unknown, none for who has no phone at the moment. */
  function locate(request: Request): readonly Target[] | null {
    const { user = '', host } = request.target ?? {};
    if (host !== domain) {
      const contact = contactOf(request);
      return contact ? [contact] : null;
    }
    const number = fixed.get(user);
    if (number) return [{ uri: request.uri, connection: number }];
    return accountOf(user) ? registrar.lookup(user) : null;
  }

  /** A request that names a phone's contact goes where that contact was seen last. */
  function contactOf({ target, uri }: Request): Target | undefined {
    const connection = target && seen.get(addressOf(target));
    return connection && { uri, connection };
  }

  function attach(peer: Peer): { connection: Connection; line: Line } {
    const connection: Connection = { peer, open: true };
    const line: Line = {
      receive(text) {
        if (!connection.open) return;
        if (text === KEEP_ALIVE) peer.send('\r\n');
        else if (text.length > MESSAGE_LIMIT) peer.close(1009, 'Message too long');
        else {
          const message = parse(text);
          if (message) receive(message, connection);
        }
      },
      close() {
        connection.open = false;
        registrar.drop(connection);
        for (const [address, last] of seen) if (last === connection) seen.delete(address);
      },
    };
    return { connection, line };
  }

  function answerWith(user: string, statusCode: number, reasonPhrase?: string): () => void {
    const rings = statusCode >= 180 && statusCode <= 199;
    const refuses = statusCode >= 300 && statusCode <= 699;
    if (!rings && !refuses) {
      throw new RangeError(
        `hookswitch: a number cannot answer with ${statusCode}, because there is no phone to take the call. ` +
          'Use 180 to ring for ever, or 300 to 699 to refuse.',
      );
    }
    const number = createNumber(`sip:${user}@${domain}`, { statusCode, reasonPhrase }, (text) =>
      line.receive(text),
    );
    const { connection, line } = attach(number);
    const before = fixed.get(user);
    fixed.set(user, connection);
    return () => {
      if (fixed.get(user) !== connection) return;
      if (before) fixed.set(user, before);
      else fixed.delete(user);
    };
  }

  for (const [user, statusCode] of Object.entries(numbers)) answerWith(user, statusCode);

  return {
    domain,
    accounts,
    connect: (peer) => attach(peer).line,
    contacts: (user) => registrar.lookup(user).map(({ uri }) => uri),
    answerWith,
  };
}
