import type { Media } from '../media/index.js';
import type { CredentialsSource, LogLevel, SocketFactory } from '../sip/index.js';
import { parseAor } from '../sip/target.js';

/** What `createPhone` is given; it is checked at once and cannot be changed afterwards. */
export interface PhoneSettings {
  /** WebSocket URL of the SIP server, or several to be tried in turn. `wss:`; `ws:` to this machine only. */
  server: string | readonly string[];
  /** Address-of-record, `sip:alice@example.com`. */
  aor: string;
  /** Name that the other side sees. */
  displayName?: string;
  /** Name and password or HA1, or a function that fetches them; called again when the server refused the last ones. */
  credentials?: CredentialsSource;
  /** False for a phone that only calls. Default true. */
  register?: boolean;
  /** The only digest realm that is answered. */
  realm?: string;
  /** Lifetime of the registration to ask for, s. Default 300. */
  expires?: number;
  /** STUN and TURN servers, or a function that fetches them at each connect. Default none: no third party learns who calls. */
  iceServers?: RTCIceServer[] | (() => RTCIceServer[] | Promise<RTCIceServer[]>);
  /** `relay` hides this machine's addresses behind TURN. Default `all`. */
  iceTransportPolicy?: RTCIceTransportPolicy;
  /** How long a call waits for ICE candidates at most, ms. Default 500. */
  gatheringLimit?: number;
  /** Constraints of the microphone. Default: echo cancellation, noise suppression and gain control. */
  audio?: MediaTrackConstraints;
  /** Play what the other side sends before it answers. Only for servers that answer from one place (Asterisk, FreeSWITCH). Default false. */
  earlyMedia?: boolean;
  /** How keypad digits go: in the audio (RFC 4733), by INFO, or `auto`, the first that works. Default `auto`. */
  dtmf?: 'auto' | 'rtp' | 'info';
  /** How long a call rings at most, either way, s (5 to 3600). Default 60. */
  ringLimit?: number;
  /** Headers of incoming calls to let into `call.headers`. Default none. */
  acceptHeaders?: readonly string[];
  /** Allows `ws:` to other machines. Default false. */
  allowInsecure?: boolean;
  /** Microphones, speakers and sound. Default: one for all phones of the page. */
  media?: Media;
  /** Gets log lines, without secrets. Default none. */
  logger?: (level: LogLevel, line: string) => void;
  /** Opens the socket in place of `new WebSocket`. */
  socket?: SocketFactory;
}

/** The settings as the phone uses them: checked, with their defaults, frozen. */
export type CheckedSettings = Readonly<ReturnType<typeof checkSettings>>;

const CONTROL = /[\u0000-\u001f\u007f]/;
const LOCAL = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Throws a three-part error for what cannot work, before anything is opened. */
export function checkSettings(settings: PhoneSettings) {
  const {
    aor,
    displayName = '',
    ringLimit = 60,
    expires = 300,
    gatheringLimit = 500,
    credentials,
  } = settings;
  const address = parseAor(aor);
  if (!address) {
    throw new Error(
      `hookswitch: "${aor}" is no address-of-record, so the phone has no identity. Use the form "sip:alice@example.com".`,
    );
  }
  const servers = [settings.server]
    .flat()
    .map((server) => serverUrl(server, settings.allowInsecure === true));
  if (servers.length === 0) {
    throw new Error(
      'hookswitch: the list of servers is empty, so there is nothing to connect to. Give at least one "wss://" URL.',
    );
  }
  const username = typeof credentials === 'object' ? credentials.username : '';
  for (const [name, value] of [
    ['displayName', displayName],
    ['realm', settings.realm ?? ''],
    ['credentials.username', username],
  ] as const) {
    if (CONTROL.test(value)) {
      throw new Error(
        `hookswitch: ${name} holds a line break or another control character, so it could add SIP headers of its own. Remove them.`,
      );
    }
  }
  if (
    credentials &&
    typeof credentials !== 'function' &&
    !('password' in credentials || 'ha1' in credentials)
  ) {
    throw new Error(
      'hookswitch: the credentials hold neither password nor ha1, so the phone cannot sign in. ' +
        'Give { username, password }, { username, ha1 } or a function that returns one of them.',
    );
  }
  for (const [name, value, low, high] of [
    ['ringLimit', ringLimit, 5, 3600],
    ['expires', expires, 10, 86_400],
    ['gatheringLimit', gatheringLimit, 10, 60_000],
  ] as const) {
    if (!(value >= low && value <= high)) {
      throw new Error(
        `hookswitch: ${name} is ${value}, which is outside what works. Use a number from ${low} to ${high}.`,
      );
    }
  }
  return Object.freeze({
    ...address,
    servers: Object.freeze(servers),
    displayName,
    credentials,
    register: settings.register !== false,
    realm: settings.realm,
    expires,
    iceServers: settings.iceServers ?? [],
    iceTransportPolicy: settings.iceTransportPolicy ?? 'all',
    gatheringLimit,
    audio: settings.audio,
    earlyMedia: settings.earlyMedia === true,
    dtmf: settings.dtmf ?? 'auto',
    ringLimit,
    acceptHeaders: Object.freeze([...(settings.acceptHeaders ?? [])]),
    media: settings.media,
    logger: settings.logger,
    socket: settings.socket ?? ((url: string, protocols: string[]) => new WebSocket(url, protocols)),
  });
}

/**
 * Normalises the address of a server. Throws for what is no WebSocket URL, and for `ws:` to any host but this
 * machine unless `allowInsecure`: over it, whoever is on the way could read and place calls.
 */
function serverUrl(server: string, allowInsecure: boolean): string {
  let url: URL;
  try {
    url = new URL(server);
  } catch {
    throw new Error(
      `hookswitch: the server "${shown(server)}" is no URL, so nothing can be reached. Use the form "wss://pbx.example.com/ws".`,
    );
  }
  // First of all, so that no other message shows a password.
  if (url.username || url.password || url.hash) {
    throw new Error(
      `hookswitch: the server URL for ${url.host} holds a user name, password or fragment, which WebSocket forbids. ` +
        'Leave them out and use the setting "credentials".',
    );
  }
  if (url.protocol !== 'wss:' && url.protocol !== 'ws:') {
    throw new Error(
      `hookswitch: the server "${shown(server)}" is no WebSocket address, so a browser cannot speak SIP to it. Use one that begins with "wss://".`,
    );
  }
  if (url.protocol === 'ws:' && !allowInsecure && !LOCAL.test(url.hostname)) {
    throw new Error(
      `hookswitch: the server "${shown(server)}" is not encrypted, so anyone on the way could listen and call in your name. ` +
        'Use "wss://", or set allowInsecure: true in a network that you trust.',
    );
  }
  return url.href;
}

/** A server as an error may name it: what follows the path may be a token. */
const shown = (server: string) => String(server).split(/[?#]/, 1)[0]?.slice(0, 100);
