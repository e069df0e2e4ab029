import type { Connection } from './connection.js';
import { type Contact, headerOf, type Request, respond, valuesOf } from './message.js';

/** One place where a user can be reached. */
export interface Binding {
  /** The contact's URI as the phone wrote it. */
  readonly uri: string;
  readonly connection: Connection;
  /** The contact's own parameters, to be given back: `;+sip.instance="<urn:uuid:…>";reg-id=1`. */
  readonly parameters: string;
  /** `+sip.instance` with `reg-id` (RFC 5626), empty for a phone that sends none. */
  readonly flow: string;
  readonly callId: string;
  readonly cseq: number;
  /** ms since 1970. */
  readonly expiresAt: number;
}

/** How long a registration lasts, s. */
export interface ExpiryOptions {
  min: number;
  default: number;
  max: number;
}

/** Knows where each user can be reached (RFC 3261 section 10.3, with the flows of RFC 5626). */
export function createRegistrar(expiry: ExpiryOptions) {
  const bindings = new Map<string, readonly Binding[]>();

  const lookup = (user: string): readonly Binding[] =>
    (bindings.get(user) ?? []).filter(({ expiresAt }) => expiresAt > Date.now());

  /** Takes a REGISTER of a user who proved to be the one, and returns the response. */
  function register(user: string, request: Request, connection: Connection): string {
    if (headerOf(request, 'Contact') === '*') {
      if (request.contacts.length > 0 || headerOf(request, 'Expires') !== '0') return respond(request, 400);
      bindings.delete(user);
      return respond(request, 200);
    }

    let known = lookup(user);
    for (const contact of request.contacts) {
      const asked = expiresOf(contact, request) ?? expiry.default;
      if (asked > 0 && asked < expiry.min)
        return respond(request, 423, { 'Min-Expires': String(expiry.min) });
      const next = bind(contact, Math.min(asked, expiry.max), request, connection);
      const replaced = known.filter(({ uri, flow }) => uri === next.uri || (flow && flow === next.flow));
      // RFC 3261 section 10.3, step 7: of two requests that overtook each other the older one changes nothing.
      if (replaced.some(({ callId, cseq }) => callId === next.callId && cseq >= next.cseq)) {
        return respond(request, 500);
      }
      known = known.filter((binding) => !replaced.includes(binding));
      if (asked > 0) known = [...known, next];
    }
    bindings.set(user, known);
    return respond(request, 200, { Contact: known.map(describe), ...outbound(request, known) });
  }

  /** Forgets what was reached over a connection. */
  function drop(connection: Connection): void {
    for (const [user, known] of bindings) {
      bindings.set(
        user,
        known.filter((binding) => binding.connection !== connection),
      );
    }
  }

  return { register, lookup, drop };
}

function bind(
  { uri, parsed }: Contact,
  expires: number,
  { callId, cseq }: Request,
  connection: Connection,
): Binding {
  const { expires: _asked, ...parameters } = parsed.parameters;
  const { '+sip.instance': instance, 'reg-id': regId = '' } = parameters;
  return {
    uri,
    connection,
    parameters: Object.entries(parameters)
      .map(([name, value]) => (value === null ? `;${name}` : `;${name}=${value}`))
      .join(''),
    flow: instance ? `${instance} ${regId}` : '',
    callId,
    cseq,
    expiresAt: Date.now() + expires * 1000,
  };
}

function expiresOf({ parsed }: Contact, request: Request): number | undefined {
  const value = parsed.getParam('expires') ?? headerOf(request, 'Expires');
  // RFC 3261 section 10.2.1.1: what is no number counts as no wish.
  return value && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}

function describe({ uri, parameters, expiresAt }: Binding): string {
  return `<${uri}>${parameters};expires=${Math.ceil((expiresAt - Date.now()) / 1000)}`;
}

/** RFC 5626 section 6: tells a phone which asked for it that its flow is used. */
function outbound(request: Request, known: readonly Binding[]) {
  const asked = valuesOf(request, 'Supported').some((value) => /\boutbound\b/.test(value));
  return asked && known.some(({ flow }) => flow) ? { Require: 'outbound' } : {};
}
