import { type AgentSettings, createAgent } from '../../src/sip/agent.js';
import type { ConnectionFacts } from '../../src/sip/keepConnected.js';
import type { RegistrationFact } from '../../src/sip/registration.js';
import type { SessionObserver } from '../../src/sip/session.js';
import { grant, type Message, read, respond } from './support/message.js';
import { ScriptedSocket } from './support/scriptedSocket.js';

const CHALLENGE = 'WWW-Authenticate: Digest realm="example.com", nonce="abcd", algorithm=MD5, qop="auth"';

const settled = () => vi.advanceTimersByTimeAsync(0);

/** An agent of alice, the servers that it reaches, and what it tells. */
function agency(settings: Partial<AgentSettings> = {}) {
  const sockets: ScriptedSocket[] = [];
  const urls: string[] = [];
  const requests: Message[] = [];
  const lines: string[] = [];
  const connections: ConnectionFacts[] = [];
  const registrations: RegistrationFact[] = [];
  const server = { answer: grant as (request: Message) => string | null };
  const onInvite = vi.fn<(observe: (observer: SessionObserver) => unknown) => void>();
  const agent = createAgent(
    {
      servers: ['wss://a.example.com', 'wss://b.example.com'],
      aor: 'sip:alice@example.com',
      displayName: '',
      credentials: { username: 'alice', password: 'wonderland' },
      realm: undefined,
      register: true,
      expires: 300,
      iceServers: [],
      iceTransportPolicy: 'all',
      gatheringLimit: 500,
      earlyMedia: false,
      dtmf: 'auto',
      ringLimit: 60,
      createPeerConnection: () => {
        throw new Error('No call is made here.');
      },
      socket: (url) => {
        urls.push(url);
        const socket = new ScriptedSocket();
        socket.onSend = (text) => {
          const request = read(text);
          requests.push(request);
          const response = request.start === 'REGISTER' ? server.answer(request) : null;
          if (response !== null) queueMicrotask(() => socket.says(response));
        };
        sockets.push(socket);
        return socket;
      },
      log: (level, line) => lines.push(`${level} ${line}`),
      uuid: () => crypto.randomUUID(),
      now: Date.now,
      ...settings,
    },
    {
      onConnection: (facts) => connections.push(facts),
      onRegistration: (fact) => registrations.push(fact),
      onInvite,
    },
  );
  const socket = (number = sockets.length) => {
    expect(sockets).toHaveLength(number);
    return sockets[number - 1] as ScriptedSocket;
  };
  return { agent, socket, sockets, urls, requests, lines, connections, registrations, server, onInvite };
}

/** One that is connected and registered. */
async function up(settings?: Partial<AgentSettings>) {
  const all = agency(settings);
  all.agent.start();
  all.socket(1).opens();
  await settled();
  return all;
}

/** Whether a promise has settled, and how. */
function outcomeOf(promise: Promise<unknown>) {
  const outcome = { is: 'pending' };
  promise.then(
    () => {
      outcome.is = 'resolved';
    },
    (error: Error) => {
      outcome.is = error.message;
    },
  );
  return outcome;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an agent', () => {
  it('opens nothing before it is started', () => {
    const { sockets, connections } = agency();
    expect(sockets).toHaveLength(0);
    expect(connections).toEqual([]);
  });

  it('connects and registers', async () => {
    const { connections, registrations, requests } = await up();
    expect(connections.map(({ transport }) => transport)).toEqual(['connecting', 'connected']);
    expect(registrations).toEqual(['registering', 'registered']);
    expect(requests.map(({ start }) => start)).toEqual(['REGISTER']);
  });

  it('registers again on each connection', async () => {
    const { socket, registrations, requests } = await up();
    socket().closes(1001);
    expect(registrations.at(-1)).toBe('unregistered');
    await vi.advanceTimersByTimeAsync(500);
    socket(2).opens();
    await settled();
    expect(registrations.at(-1)).toBe('registered');
    expect(requests).toHaveLength(2);
  });

  it('does not register where it is not to', async () => {
    const { agent, requests, registrations } = await up({ register: false });
    await expect(agent.ready()).resolves.toBeUndefined();
    expect(requests).toEqual([]);
    expect(registrations).toEqual([]);
  });

  it('tries its servers in turn', async () => {
    const { agent, socket, urls } = agency();
    agent.start();
    socket(1).closes();
    await vi.advanceTimersByTimeAsync(500);
    socket(2).closes();
    await vi.advanceTimersByTimeAsync(1_000);
    socket(3).opens();
    expect(urls).toEqual(['wss://a.example.com', 'wss://b.example.com', 'wss://a.example.com']);
  });

  it('lets no secret into the log', async () => {
    const { agent, socket, server, lines } = agency();
    server.answer = (request) =>
      request.header('Authorization') ? grant(request) : respond(request, '401 Unauthorized', [CHALLENGE]);
    agent.start();
    socket(1).opens();
    await settled();
    const log = lines.join('\n');
    expect(log).toContain('Authorization: (redacted)');
    expect(log).not.toContain('response=');
    expect(log).not.toContain('wonderland');
  });

  it('says its name so that no quote ends it', async () => {
    const { requests } = await up({ displayName: 'Alice "Al" \\ Liddell' });
    expect(requests[0]?.header('From')).toMatch(
      /^"Alice \\"Al\\" \\\\ Liddell" <sip:alice@example\.com>;tag=/,
    );
    expect(requests[0]?.header('User-Agent')).toBe('hookswitch');
  });
});

describe('being ready to call', () => {
  it('waits for connection and registration', async () => {
    const { agent, socket, server, requests } = agency();
    server.answer = () => null;
    agent.start();
    const outcome = outcomeOf(agent.ready());
    await settled();
    expect(outcome.is).toBe('pending');
    socket(1).opens();
    await settled();
    expect(outcome.is).toBe('pending');
    socket(1).says(grant(requests[0] as Message));
    await settled();
    expect(outcome.is).toBe('resolved');
  });

  it('does not need the registration to succeed', async () => {
    const { agent, socket, server } = agency();
    server.answer = (request) => respond(request, '403 Forbidden');
    agent.start();
    const outcome = outcomeOf(agent.ready());
    socket(1).opens();
    await settled();
    expect(outcome.is).toBe('resolved');
  });

  it('fails with the attempt to connect, and does not wait for the next', async () => {
    const { agent, socket } = agency();
    agent.start();
    const outcome = outcomeOf(agent.ready());
    socket(1).closes();
    await settled();
    expect(outcome.is).toBe('The server cannot be reached.');
  });

  it('hurries the next attempt', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    const { agent, socket } = agency();
    agent.start();
    socket(1).closes();
    await settled();
    const outcome = outcomeOf(agent.ready());
    socket(2).opens();
    await settled();
    expect(outcome.is).toBe('resolved');
  });

  it('fails with a connection that is lost while it registers', async () => {
    const { agent, socket, server } = agency();
    server.answer = () => null;
    agent.start();
    socket(1).opens();
    await settled();
    const outcome = outcomeOf(agent.ready());
    socket(1).closes(1011);
    await settled();
    expect(outcome.is).toBe('The server cannot be reached.');
  });

  it('fails where the server said no, after one more attempt', async () => {
    const { agent, socket } = agency();
    agent.start();
    socket(1).closes(4403);
    await settled();
    const outcome = outcomeOf(agent.ready());
    expect(outcome.is).toBe('pending');
    socket(2).closes(4403);
    await settled();
    expect(outcome.is).toBe('The server cannot be reached.');
  });

  it('fails with the end, and connects no more after it', async () => {
    const { agent, socket, sockets } = agency();
    agent.start();
    const before = outcomeOf(agent.ready());
    const stopping = agent.stop();
    socket(1).closes();
    await stopping;
    expect(before.is).toBe('The phone was disconnected.');
    const after = outcomeOf(agent.ready());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(after.is).toBe('The phone was disconnected.');
    expect(sockets).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('preparing a call', () => {
  const observer = {
    onState: vi.fn(),
    onRemoteTrack: vi.fn(),
    onRemoteHold: vi.fn(),
    onEnd: vi.fn(),
    onFault: vi.fn(),
  };

  it('waits for ICE servers, which are fetched at each connect', async () => {
    const fetches: ((servers: RTCIceServer[]) => void)[] = [];
    const { agent, socket } = await up({
      iceServers: () => new Promise((resolve) => fetches.push(resolve)),
    });
    expect(fetches).toHaveLength(1);
    const outcome = outcomeOf(agent.prepare('sip:bob@example.com', [], observer));
    await settled();
    expect(outcome.is).toBe('pending');
    fetches[0]?.([{ urls: 'stun:stun.example.com' }]);
    await settled();
    expect(outcome.is).toBe('resolved');
    socket(1).closes(1001);
    await vi.advanceTimersByTimeAsync(500);
    socket(2).opens();
    await settled();
    expect(fetches).toHaveLength(2);
  });

  it('goes on without ICE servers that cannot be had', async () => {
    const { agent, lines } = await up({ iceServers: () => Promise.reject(new Error('no TURN today')) });
    await expect(agent.prepare('sip:bob@example.com', [], observer)).resolves.toBeDefined();
    expect(lines).toContain('error Error: no TURN today');
  });

  it('fails without the credentials', async () => {
    const { agent } = await up({
      register: false,
      credentials: () => Promise.reject(new Error('signed out')),
    });
    await expect(agent.prepare('sip:bob@example.com', [], observer)).rejects.toThrow('signed out');
  });

  it('sends nothing yet', async () => {
    const { agent, requests } = await up();
    const session = await agent.prepare('sip:bob@example.com', ['X-Order: 1'], observer);
    expect(session.remote).toEqual({ uri: 'sip:bob@example.com', displayName: 'bob' });
    expect(requests).toHaveLength(1);
  });
});

describe('an INVITE', () => {
  const SDP = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n';
  let serial = 0;

  const invite = (contentType: string | null, body: string, ...lines: string[]) => {
    serial += 1;
    const from = lines.find((line) => line.startsWith('From: ')) ?? 'From: "Bob" <sip:bob@example.com>';
    return [
      'INVITE sip:alice@example.com SIP/2.0',
      `Via: SIP/2.0/WSS b.invalid;branch=z9hG4bK${serial}`,
      'Max-Forwards: 70',
      `${from};tag=${serial}`,
      'To: <sip:alice@example.com>',
      `Call-ID: ${serial}`,
      'CSeq: 1 INVITE',
      'Contact: <sip:bob@b.invalid;transport=ws>',
      ...lines.filter((line) => line !== from),
      ...(contentType === null ? [] : [`Content-Type: ${contentType}`]),
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n');
  };

  const statuses = (requests: Message[]) =>
    requests.filter(({ text }) => text.startsWith('SIP/2.0')).map(({ start }) => start);

  it('is offered to the phone', async () => {
    const { socket, requests, onInvite } = await up();
    socket().says(invite('application/sdp', SDP));
    await settled();
    expect(onInvite).toHaveBeenCalledOnce();
    expect(statuses(requests)).toEqual(['100', '180']);
  });

  it('that wants each answer acknowledged is offered too, and gets none before that of the person', async () => {
    const { socket, requests, onInvite } = await up();
    socket().says(invite('application/sdp', SDP, 'Require: 100rel'));
    await settled();
    expect(onInvite).toHaveBeenCalledOnce();
    expect(statuses(requests)).toEqual(['100']);
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['several parts', 'multipart/mixed;boundary=x'],
    ['no type', null],
  ])('with a body of %s is refused', async (_, contentType) => {
    const { socket, requests, onInvite } = await up();
    socket().says(invite(contentType, 'hello'));
    await settled();
    expect(onInvite).not.toHaveBeenCalled();
    expect(statuses(requests)).toEqual(['100', '415']);
    expect(requests.at(-1)?.header('Accept')).toBe('application/sdp');
  });

  it('over which the phone throws is refused, and the next one rings', async () => {
    const { socket, requests, onInvite, lines } = await up();
    onInvite.mockImplementationOnce(() => {
      throw new Error('no room');
    });
    socket().says(invite('application/sdp', SDP));
    await settled();
    expect(statuses(requests).at(-1)).toBe('500');
    expect(lines).toContain('error Error: no room');
    socket().says(invite('application/sdp', SDP));
    await settled();
    expect(statuses(requests).at(-1)).toBe('180');
  });

  it('from an address that SIP.js cannot write is refused, and harms nothing', async () => {
    const { socket, requests, onInvite } = await up();
    onInvite.mockImplementation((observe) =>
      observe({ onState() {}, onRemoteTrack() {}, onRemoteHold() {}, onEnd() {}, onFault() {} }),
    );
    socket().says(invite('application/sdp', SDP, 'From: <sip:100%25@evil.example>'));
    await settled();
    expect(statuses(requests).at(-1)).toBe('500');
    socket().says(invite('application/sdp', SDP));
    await settled();
    expect(statuses(requests).at(-1)).toBe('180');
  });

  it('that comes while the phone goes away does not ring', async () => {
    const { agent, socket, requests, onInvite, server } = await up();
    server.answer = () => null;
    const stopping = agent.stop();
    socket().says(invite('application/sdp', SDP));
    await vi.advanceTimersByTimeAsync(2_000);
    await stopping;
    expect(onInvite).not.toHaveBeenCalled();
    expect(statuses(requests).at(-1)).toBe('480');
  });
});

describe('the end of an agent', () => {
  it('takes the registration back, closes the connection and leaves nothing behind', async () => {
    const { agent, socket, requests, connections, registrations } = await up();
    const stopping = agent.stop();
    await settled();
    expect(requests.at(-1)?.header('Expires')).toBe('0');
    expect(socket().closed).toEqual([1000]);
    socket().closes(1000);
    await stopping;
    expect(connections.at(-1)).toMatchObject({ transport: 'disconnected', attempt: 0, retryAt: null });
    expect(registrations.at(-1)).toBe('unregistered');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes within 2 s, although the server says nothing', async () => {
    const { agent, server } = await up();
    server.answer = () => null;
    const outcome = outcomeOf(agent.stop());
    await vi.advanceTimersByTimeAsync(1_999);
    expect(outcome.is).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome.is).toBe('resolved');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes at once while it connects', async () => {
    const { agent, socket, requests } = agency();
    agent.start();
    const outcome = outcomeOf(agent.stop());
    await settled();
    socket(1).closes();
    await settled();
    expect(outcome.is).toBe('resolved');
    expect(requests).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes at once while it waits for the next attempt', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    const { agent, socket } = agency();
    agent.start();
    socket(1).closes();
    await settled();
    await agent.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    socket(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends the calls, and is harmless twice', async () => {
    const { agent, socket } = await up();
    const onEnd = vi.fn();
    await agent.prepare('sip:bob@example.com', [], {
      onState() {},
      onRemoteTrack() {},
      onRemoteHold() {},
      onEnd,
      onFault() {},
    });
    const both = [agent.stop(), agent.stop()];
    await settled();
    socket().closes(1000);
    await Promise.all(both);
    expect(onEnd).toHaveBeenCalledOnce();
    expect(onEnd.mock.calls[0]?.[0]).toMatchObject({ cause: 'cancelled' });
  });
});
