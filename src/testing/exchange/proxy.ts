import type { Connection } from './connection.js';
import {
  addressOf,
  headerOf,
  parseUri,
  type Request,
  type Response,
  randomToken,
  respond,
  uriOf,
  valuesOf,
  write,
} from './message.js';

/** Where a request goes: the URI to put in its first line, and the connection to send it over. */
export interface Target {
  readonly uri: string;
  readonly connection: Connection;
}

/** A request on its way: RFC 3261 calls it a response context. */
interface Relay {
  readonly request: Request;
  readonly source: Connection;
  readonly branches: Branch[];
  /** When the final response went back, ms since 1970; null before. */
  answeredAt: number | null;
  answer: number;
}

/** The request as it went to one of its targets. */
interface Branch {
  readonly id: string;
  readonly target: Target;
  readonly relay: Relay;
  /** It has answered with a provisional response, so that it may be cancelled (RFC 3261 section 9.1). */
  proceeding: boolean;
  /** Reason header lines of a CANCEL that went out, or waits for the first provisional response. */
  cancelled: readonly string[] | null;
  outcome: Outcome | null;
}

/** A final response as it would go back to the caller. */
interface Outcome {
  readonly statusCode: number;
  readonly text: string;
}

/** How long late responses still find their way after the final one: 64 · T1 (RFC 3261 section 17). */
const LINGER = 32_000;

const DIALOG_FORMING = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);

export interface ProxyOptions {
  /** The host that the proxy writes into Via and Record-Route. */
  host: string;
  /** The open connection of whoever wrote this contact last. */
  reach(address: string): Connection | undefined;
}

/** Carries requests to their targets and the responses back (RFC 3261 section 16). */
export function createProxy({ host, reach }: ProxyOptions) {
  const relays = new Map<string, Relay>();
  const branches = new Map<string, Branch>();

  function forward(request: Request, source: Connection, targets: readonly Target[]): void {
    sweep();
    const relay: Relay = { request, source, branches: [], answeredAt: null, answer: 0 };
    relays.set(keyOf(request), relay);
    if (request.method === 'INVITE') source.peer.send(respond(request, 100));
    for (const target of targets) {
      const id = `z9hG4bK${randomToken()}`;
      const branch: Branch = { id, target, relay, proceeding: false, cancelled: null, outcome: null };
      relay.branches.push(branch);
      branches.set(id, branch);
    }
    // All branches are there before one is sent: the first may answer at once.
    for (const { id, target } of relay.branches)
      target.connection.peer.send(outgoing(request, target.uri, id));
  }

  function outgoing(request: Request, uri: string, branch: string): string {
    const headers = new Map(request.headers);
    headers.set('Via', [`SIP/2.0/WS ${host};branch=${branch}`, ...valuesOf(request, 'Via')]);
    headers.set('Max-Forwards', [String(maxForwardsOf(request) - 1)]);
    headers.set(
      'Route',
      valuesOf(request, 'Route').filter((hop) => !isOwn(hop)),
    );
    if (DIALOG_FORMING.has(request.method) && !request.to.hasParam('tag')) {
      headers.set('Record-Route', [`<sip:${host};transport=ws;lr>`, ...valuesOf(request, 'Record-Route')]);
    }
    // What it said to us is none of the other phone's business.
    headers.delete('Proxy-Authorization');
    return write({ ...request, uri, headers });
  }

  const isOwn = (hop: string) => parseUri(uriOf(hop))?.host === host;

  function receiveResponse(response: Response): void {
    const branch = branches.get(response.branch);
    if (!branch || response.method !== branch.relay.request.method) return;
    if (response.statusCode < 200) receiveProvisional(branch, response);
    else receiveFinal(branch, response);
  }

  function receiveProvisional(branch: Branch, response: Response): void {
    const isFirst = !branch.proceeding;
    branch.proceeding = true;
    if (isFirst && branch.cancelled) sendCancel(branch, branch.cancelled);
    if (response.statusCode > 100 && !branch.relay.answeredAt) sendBack(branch.relay, upstream(response));
  }

  function receiveFinal(branch: Branch, response: Response): void {
    const { relay } = branch;
    const isInvite = relay.request.method === 'INVITE';
    if (isInvite && response.statusCode >= 300) acknowledge(branch, response);
    const isSuccess = response.statusCode < 300;
    // A 2xx to an INVITE goes back however late and however often: only the caller can end that call.
    if (isSuccess && isInvite) sendBack(relay, upstream(response));
    if (branch.outcome) return;

    branch.outcome = { statusCode: response.statusCode, text: upstream(response) };
    if (isSuccess) {
      if (!isInvite && !relay.answeredAt) sendBack(relay, branch.outcome.text);
      finish(relay, response.statusCode);
      cancelRest(relay, ['SIP;cause=200;text="Call completed elsewhere"']);
    } else {
      if (response.statusCode >= 600) {
        cancelRest(relay, [`SIP;cause=${response.statusCode};text="Call refused elsewhere"`]);
      }
      settle(relay);
    }
  }

  /** Answers the caller once every phone has: with the best of the responses (RFC 3261 section 16.7, step 6). */
  function settle(relay: Relay): void {
    if (relay.answeredAt) return;
    const outcomes = relay.branches.flatMap(({ outcome }) => outcome ?? []);
    if (outcomes.length < relay.branches.length) return;
    const best = outcomes.sort((a, b) => rank(a.statusCode) - rank(b.statusCode))[0];
    if (!best) return;
    finish(relay, best.statusCode);
    sendBack(relay, best.text);
  }

  function finish(relay: Relay, statusCode: number): void {
    if (relay.answeredAt) return;
    relay.answeredAt = Date.now();
    relay.answer = statusCode;
  }

  function cancelRest(relay: Relay, reasons: readonly string[]): void {
    if (relay.request.method !== 'INVITE') return;
    for (const branch of relay.branches) {
      if (branch.outcome || branch.cancelled) continue;
      branch.cancelled = reasons;
      if (branch.proceeding) sendCancel(branch, reasons);
      else giveUp(branch);
    }
  }

  function sendCancel(branch: Branch, reasons: readonly string[]): void {
    const { request } = branch.relay;
    const connection = connectionOf(branch);
    if (!connection) {
      giveUp(branch);
      return;
    }
    const headers = new Map([
      ['Via', [`SIP/2.0/WS ${host};branch=${branch.id}`]],
      ...['From', 'To', 'Call-ID'].map((name) => [name, valuesOf(request, name)] as const),
      ['CSeq', [`${request.cseq} CANCEL`]],
      ['Max-Forwards', ['70']],
      ['Reason', [...reasons]],
    ]);
    connection.peer.send(write({ method: 'CANCEL', uri: branch.target.uri, headers, body: '' }));
  }

  /** A phone that cannot be told, or has said nothing yet, counts as one that has stopped ringing. */
  function giveUp(branch: Branch): void {
    branch.outcome ??= { statusCode: 487, text: respond(branch.relay.request, 487) };
    settle(branch.relay);
  }

  /** The phone's connection now: it may have come back since it was sent the request. */
  function connectionOf({ target }: Branch): Connection | undefined {
    if (target.connection.open) return target.connection;
    const uri = parseUri(target.uri);
    return uri && reach(addressOf(uri));
  }

  function acknowledge(branch: Branch, response: Response): void {
    const { request } = branch.relay;
    const headers = new Map([
      ['Via', [`SIP/2.0/WS ${host};branch=${branch.id}`]],
      ...['From', 'Call-ID'].map((name) => [name, valuesOf(request, name)] as const),
      ['To', valuesOf(response, 'To')],
      ['CSeq', [`${request.cseq} ACK`]],
      ['Max-Forwards', ['70']],
    ]);
    connectionOf(branch)?.peer.send(write({ method: 'ACK', uri: branch.target.uri, headers, body: '' }));
  }

  function receiveCancel(request: Request, source: Connection): void {
    const relay = relays.get(keyOf(request));
    const invite = relay?.request.method === 'INVITE' ? relay : null;
    source.peer.send(respond(request, invite ? 200 : 481));
    if (invite && !invite.answeredAt) cancelRest(invite, valuesOf(request, 'Reason'));
  }

  /** An ACK of a refusal ends here; that of a 2xx goes on to the phone that answered. */
  function receiveAck(request: Request, target: Target | undefined): void {
    const relay = relays.get(keyOf(request));
    if (relay && relay.answer >= 300) return;
    target?.connection.peer.send(outgoing(request, target.uri, `z9hG4bK${randomToken()}`));
  }

  function sendBack({ request, source }: Relay, text: string): void {
    const address = request.contacts[0]?.parsed.uri;
    const connection = source.open ? source : address && reach(addressOf(address));
    connection?.peer.send(text);
  }

  function sweep(): void {
    const before = Date.now() - LINGER;
    for (const [key, relay] of relays) {
      if (relay.answeredAt && relay.answeredAt < before) {
        relays.delete(key);
        for (const { id } of relay.branches) branches.delete(id);
      }
    }
  }

  return { forward, receiveResponse, receiveCancel, receiveAck };
}

/** Absent means 70; what is no number counts as none left. */
export function maxForwardsOf(request: Request): number {
  const value = headerOf(request, 'Max-Forwards') ?? '70';
  return /^\d{1,3}$/.test(value) ? Number(value) : 0;
}

/** CANCEL and ACK find their INVITE by the topmost Via (RFC 3261 section 17.2.3). */
function keyOf(request: Request): string {
  const sentBy = /^SIP\s*\/\s*2\.0\s*\/\s*\S+\s+([^;\s]+)/i.exec(headerOf(request, 'Via') ?? '')?.[1];
  return `${request.branch} ${sentBy?.toLowerCase()}`;
}

/** The response without our Via. */
function upstream(response: Response): string {
  const headers = new Map(response.headers);
  headers.set('Via', valuesOf(response, 'Via').slice(1));
  return write({ ...response, headers });
}

/** A refusal for all phones first, then the lowest class; challenges before other 4xx, for they can be met. */
function rank(statusCode: number): number {
  if (statusCode >= 600) return 0;
  return statusCode === 401 || statusCode === 407 ? 400 : statusCode + 1;
}
