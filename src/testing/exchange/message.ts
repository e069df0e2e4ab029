import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { Core, Grammar, type NameAddrHeader, type URI } from 'sip.js';

/** Values by canonical header name, in order; Via, Route and Record-Route with one hop a value. */
export type Headers = Map<string, string[]>;

export interface Contact {
  /** The URI as it was written: SIP.js cannot write every URI that it reads. */
  readonly uri: string;
  readonly parsed: NameAddrHeader;
}

interface Common {
  readonly headers: Headers;
  /** Empty for `Contact: *`. */
  readonly contacts: readonly Contact[];
  readonly body: string;
  readonly from: NameAddrHeader;
  readonly to: NameAddrHeader;
  readonly callId: string;
  readonly cseq: number;
  /** Branch of the topmost Via. */
  readonly branch: string;
}

export interface Request extends Common {
  readonly method: string;
  /** The Request-URI as it was written. */
  readonly uri: string;
  /** The Request-URI as parsed; undefined for another scheme than sip or sips. */
  readonly target: URI | undefined;
}

export interface Response extends Common {
  readonly statusCode: number;
  readonly reasonPhrase: string;
  /** Method of the request that it answers. */
  readonly method: string;
}

export type Message = Request | Response;

export const isRequest = (message: Message): message is Request => 'uri' in message;

const loggers = new Core.LoggerFactory();
loggers.builtinEnabled = false;
const silent = loggers.getLogger('exchange');

/** Reads one SIP message. Null for what is none, or lacks what every message must have; never throws. */
export function parse(text: string): Message | null {
  try {
    return read(text);
  } catch {
    // SIP.js throws on some malformed messages; they are as unreadable as those it returns undefined for.
    return null;
  }
}

function read(text: string): Message | null {
  const wildcard = /^(?:contact|m)[ \t]*:[ \t]*\*[ \t]*\r\n/im.exec(headOf(text));
  // SIP.js cannot read `Contact: *`, by which a phone removes all its bindings.
  const readable = wildcard ? text.replace(wildcard[0], '') : text;
  const message = Core.Parser.parseMessage(readable, silent);
  if (!message?.from || !message.to || !message.callId || message.cseq === undefined || !message.via)
    return null;

  const headers: Headers = new Map();
  for (const [name, values] of Object.entries(message.headers)) {
    const raw = values.map((value) => value.raw);
    headers.set(name, hopHeaders.has(name) ? raw.flatMap(splitList) : raw);
  }
  if (wildcard) headers.set('Contact', ['*']);
  const contacts = (message.headers.Contact ?? []).map(({ raw, parsed }) => ({ uri: uriOf(raw), parsed }));

  const branch = branchOf(headers);
  if (!branch) return null;
  const { body, from, to, callId, cseq, method } = message;
  const common = { headers, contacts, body, from, to, callId, cseq, branch, method };
  if (message instanceof Core.IncomingRequestMessage) {
    return { ...common, uri: text.split(' ', 2)[1] ?? '', target: message.ruri };
  }
  const { statusCode = 0, reasonPhrase = '' } = message;
  return statusCode >= 100 && statusCode <= 699 ? { ...common, statusCode, reasonPhrase } : null;
}

type Writable =
  | Pick<Request, 'method' | 'uri' | 'headers' | 'body'>
  | Pick<Response, 'statusCode' | 'reasonPhrase' | 'headers' | 'body'>;

export function write(message: Writable): string {
  const { headers, body } = message;
  const startLine =
    'uri' in message
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.statusCode} ${message.reasonPhrase}`;
  const lines = [startLine];
  for (const [name, values] of headers) {
    if (name !== 'Content-Length') lines.push(...values.map((value) => `${name}: ${value}`));
  }
  lines.push(`Content-Length: ${new TextEncoder().encode(body).length}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** Answers a request as a server of its own would (RFC 3261 section 8.2.6). */
export function respond(
  request: Request,
  statusCode: number,
  more: Readonly<Record<string, string | string[]>> = {},
  reasonPhrase = reasonPhrases[statusCode] ?? '',
): string {
  const headers: Headers = new Map();
  for (const name of ['Via', 'From', 'To', 'Call-ID', 'CSeq']) headers.set(name, valuesOf(request, name));
  if (statusCode > 100 && !request.to.hasParam('tag')) {
    headers.set('To', [`${headerOf(request, 'To')};tag=${randomToken()}`]);
  }
  if (statusCode > 100 && statusCode < 300) headers.set('Record-Route', valuesOf(request, 'Record-Route'));
  for (const [name, value] of Object.entries(more)) headers.set(name, [value].flat());
  return write({ statusCode, reasonPhrase, headers, body: '' });
}

export const valuesOf = (message: { headers: Headers }, name: string): string[] =>
  message.headers.get(name) ?? [];

export const headerOf = (message: { headers: Headers }, name: string): string | undefined =>
  valuesOf(message, name)[0];

/** The URI of a name-addr or addr-spec as it was written. */
export function uriOf(nameAddr: string): string {
  const unquoted = nameAddr.replace(/"(?:\\.|[^"\\])*"/g, '');
  return /<([^>]*)>/.exec(unquoted)?.[1] ?? unquoted.split(';', 1)[0]?.trim() ?? '';
}

/** What a phone is reached by: user, host and port of a contact, without its parameters. */
export function addressOf(uri: URI): string {
  return `${uri.user ?? ''}@${uri.host}:${uri.port ?? ''}`;
}

export const parseUri = (uri: string): URI | undefined => Grammar.URIParse(uri);

export const randomToken = (): string => bytesToHex(randomBytes(8));

const hopHeaders = new Set(['Via', 'Route', 'Record-Route']);

const headOf = (text: string) => text.slice(0, text.indexOf('\r\n\r\n') + 2);

const branchOf = (headers: Headers) =>
  /;\s*branch\s*=\s*([^\s;,]+)/i.exec(headers.get('Via')?.[0] ?? '')?.[1];

/** Splits a comma-separated header, minding quoted strings and the commas that a URI may hold. */
function splitList(value: string): string[] {
  const hops: string[] = [];
  let start = 0;
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < value.length; at++) {
    const character = value[at];
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '<') bracketed = true;
    else if (character === '>') bracketed = false;
    else if (character === ',' && !bracketed) {
      hops.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...hops, value.slice(start).trim()].filter(Boolean);
}

const reasonPhrases: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  416: 'Unsupported URI Scheme',
  420: 'Bad Extension',
  423: 'Interval Too Brief',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  483: 'Too Many Hops',
  486: 'Busy Here',
  487: 'Request Terminated',
  500: 'Server Internal Error',
  503: 'Service Unavailable',
  600: 'Busy Everywhere',
  603: 'Decline',
};
