import { type Invitation, Inviter, UserAgent, type UserAgentOptions, UserAgentState } from 'sip.js';
import { type CredentialsSource, createCredentials } from './credentials.js';
import { DigestAnswer } from './digest.js';
import { takeInstanceId } from './instanceId.js';
import { answerChallengesWith } from './internals.js';
import { type ConnectionFacts, keepConnected } from './keepConnected.js';
import { redact } from './redact.js';
import { createRegistration, type RegistrationFact } from './registration.js';
import { handlerOf, Session, type SessionObserver, type SessionSettings } from './session.js';
import type { SocketFactory } from './socket.js';
import { plainText } from './text.js';
import { type TransportOptions, WebSocketTransport } from './transport.js';
import { withLimit } from './withLimit.js';

/** How much a log line matters. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface AgentSettings extends Omit<SessionSettings, 'iceServers'> {
  /** WebSocket URLs, tried in turn. */
  servers: readonly string[];
  /** Address-of-record as a SIP URI. */
  aor: string;
  displayName: string;
  credentials: CredentialsSource | undefined;
  realm: string | undefined;
  register: boolean;
  /** Asked-for lifetime of the registration, s. */
  expires: number;
  iceServers: RTCIceServer[] | (() => RTCIceServer[] | Promise<RTCIceServer[]>);
  earlyMedia: boolean;
  socket: SocketFactory;
  /** Gets redacted lines. */
  log(level: LogLevel, line: string): void;
  uuid(): string;
  now(): number;
}

export interface AgentObserver {
  onConnection(facts: ConnectionFacts): void;
  /** `failures`: how many attempts in a row came to nothing. */
  onRegistration(fact: RegistrationFact, failures: number): void;
  /** A call comes in; `observe` takes it, and a throw refuses it. */
  onInvite(observe: (observer: SessionObserver) => Session): void;
}

export type Agent = ReturnType<typeof createAgent>;

/** How long the page may take to say which ICE servers there are, and how long they are good for, ms. */
const ICE_SERVERS_LIMIT = 5_000;
const ICE_SERVERS_AGE = 300_000;

/** One SIP user agent, from its first connect to its last: connection, registration and the making of sessions. */
export function createAgent(settings: AgentSettings, observer: AgentObserver) {
  const { log } = settings;
  const credentials = createCredentials(settings.credentials);
  let serverIndex = 0;
  let iceServers: RTCIceServer[] = [];
  let iceServersReady = Promise.resolve();
  let iceServersAt = Number.NEGATIVE_INFINITY;
  let facts: ConnectionFacts = { transport: 'disconnected', attempt: 0, retryAt: null, closeCode: null };
  let registered: RegistrationFact | 'off' = settings.register ? 'unregistered' : 'off';
  let stopped = false;
  const waiting = new Set<() => void>();
  const sessions = new Set<Session>();

  const onFault = (error: unknown) =>
    log('error', redact(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));

  const transportOptions: TransportOptions = {
    url: () => settings.servers[serverIndex % settings.servers.length] ?? '',
    socket: settings.socket,
    trace: (direction, message) => log('debug', `${direction}\n${redact(message)}`),
    onFault,
    onLost: (fact) => {
      log('warn', `Connection lost or refused, code ${fact.code} ${plainText(fact.reason)}`);
      serverIndex += 1;
      // First the connection: whoever waits to call would take what is not registered for ready.
      connection.lost(fact);
      registration?.suspend();
      for (const session of [...sessions]) session.connectionLost();
    },
  };

  const uri = UserAgent.makeURI(settings.aor);
  if (!uri)
    throw new Error(
      `hookswitch: SIP.js cannot read the address "${settings.aor}". Use the form "sip:alice@example.com".`,
    );

  const instance = takeInstanceId(settings.aor, settings.uuid);
  const agent = new UserAgent({
    uri,
    displayName: settings.displayName.replace(/["\\]/g, '\\$&'),
    userAgentString: 'hookswitch',
    transportConstructor: WebSocketTransport as unknown as NonNullable<
      UserAgentOptions['transportConstructor']
    >,
    transportOptions,
    sessionDescriptionHandlerFactory: handlerOf,
    instanceId: instance.id,
    // It would ring before we have looked at the INVITE, and throws over one whose body has no type.
    sendInitialProvisionalResponse: false,
    noAnswerTimeout: settings.ringLimit + 5,
    gracefulShutdown: false,
    logBuiltinEnabled: false,
    logConfiguration: false,
    logConnector: (level, category, _label, content) => {
      if (level === 'error' || level === 'warn') log(level, `${category}: ${redact(String(content))}`);
    },
    delegate: {
      onConnect: () => {
        iceServersReady = fetchIceServers();
        if (registration) registration.start();
        else connection.proven();
        settle();
      },
      onInvite,
      // Taken and shown to nobody, it would seem to have arrived.
      onMessage: (message) => void message.reject({ statusCode: 405 }),
    },
  });
  answerChallengesWith(agent, () => new DigestAnswer(credentials, settings.realm));

  const registration = settings.register
    ? createRegistration({
        agent,
        credentials,
        instanceId: instance.id,
        callId: settings.uuid(),
        expires: settings.expires,
        onChange: (fact, failures) => {
          registered = fact;
          if (fact === 'registered') connection.proven();
          observer.onRegistration(fact, failures);
          settle();
        },
        onFault,
      })
    : null;

  const connection = keepConnected({
    connect: () => (agent.state === UserAgentState.Stopped ? agent.start() : agent.transport.connect()),
    now: settings.now,
    onChange: (next) => {
      facts = next;
      observer.onConnection(next);
      settle();
    },
  });

  /** At each connect and before a call when they are old, because TURN credentials are short-lived. */
  const fetchIceServers = async () => {
    const source = settings.iceServers;
    iceServersAt = settings.now();
    try {
      iceServers = await withLimit(
        Promise.resolve().then(() => (typeof source === 'function' ? source() : source)),
        ICE_SERVERS_LIMIT,
        'Fetching ICE servers',
      );
    } catch (error) {
      onFault(error);
      iceServersAt = Number.NEGATIVE_INFINITY;
    }
  };

  const refreshIceServers = () => {
    if (settings.now() - iceServersAt > ICE_SERVERS_AGE) iceServersReady = fetchIceServers();
    return iceServersReady;
  };

  const settle = () => {
    for (const check of waiting) check();
  };

  const make = (source: Inviter | Invitation, next: SessionObserver): Session => {
    const session: Session = new Session(
      source,
      {
        createPeerConnection: settings.createPeerConnection,
        iceServers: () => iceServers,
        iceTransportPolicy: settings.iceTransportPolicy,
        gatheringLimit: settings.gatheringLimit,
        ringLimit: settings.ringLimit,
        dtmf: settings.dtmf,
      },
      {
        ...next,
        onEnd: (...end) => {
          sessions.delete(session);
          next.onEnd(...end);
        },
      },
    );
    sessions.add(session);
    return session;
  };

  function onInvite(invitation: Invitation): void {
    try {
      // What comes while the phone goes away would ring with nobody to answer it.
      if (stopped) return void invitation.reject({ statusCode: 480 });
      const { request } = invitation;
      if (request.body && !/^application\/sdp\b/i.test(request.getHeader('Content-Type') ?? '')) {
        void invitation.reject({ statusCode: 415, extraHeaders: ['Accept: application/sdp'] });
        return;
      }
      // A 180 that has to be acknowledged (100rel) is not ours to send.
      if (!/\b100rel\b/i.test(request.getHeader('Require') ?? '')) invitation.progress().catch(onFault);
      void refreshIceServers();
      observer.onInvite((next) => make(invitation, next));
    } catch (error) {
      onFault(error);
      invitation.reject({ statusCode: 500 }).catch(onFault);
    }
  }

  return {
    /** Connects, and stays connected until `stop`. */
    start(): void {
      connection.start();
    },

    /** Resolves when calls can be made; rejects when the connection cannot be had now. */
    ready(): Promise<void> {
      return new Promise((resolve, reject) => {
        const { attempt } = facts;
        const check = () => {
          if (stopped) return end(() => reject(new Error('The phone was disconnected.')));
          if (facts.transport === 'connected' && registered !== 'registering') return end(resolve);
          const failed =
            facts.attempt > attempt || (facts.transport === 'disconnected' && facts.closeCode !== null);
          if (failed) end(() => reject(new Error('The server cannot be reached.')));
        };
        const end = (settled: () => void) => {
          waiting.delete(check);
          settled();
        };
        waiting.add(check);
        if (!stopped) connection.tryNow();
        check();
      });
    },

    /** Makes the session of a call to a SIP URI; nothing is sent before its `invite`. */
    async prepare(target: string, extraHeaders: string[], next: SessionObserver): Promise<Session> {
      await Promise.all([credentials.load(), refreshIceServers()]);
      const targetUri = UserAgent.makeURI(target);
      if (!targetUri) throw new Error(`hookswitch: SIP.js cannot read the target "${target}".`);
      return make(new Inviter(agent, targetUri, { extraHeaders, earlyMedia: settings.earlyMedia }), next);
    },

    /** Ends every session, takes the registration back and closes the connection; resolves within 2 s. */
    async stop(): Promise<void> {
      if (stopped) return;
      stopped = true;
      settle();
      for (const session of sessions) session.end();
      await registration?.stop().catch(onFault);
      connection.stop();
      await agent.transport.disconnect().catch(onFault);
      if (agent.state === UserAgentState.Started) await agent.stop().catch(onFault);
      instance.release();
      credentials.forget();
    },
  };
}
