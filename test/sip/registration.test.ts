import { UserAgent } from 'sip.js';
import { type CredentialsSource, createCredentials } from '../../src/sip/credentials.js';
import { DigestAnswer } from '../../src/sip/digest.js';
import { answerChallengesWith } from '../../src/sip/internals.js';
import { createRegistration, type RegistrationFact } from '../../src/sip/registration.js';
import { WebSocketTransport } from '../../src/sip/transport.js';
import { type Message, read, respond } from './support/message.js';
import { ScriptedSocket } from './support/scriptedSocket.js';

const INSTANCE = '6f2f5b3e-0f0e-4a59-9a0c-0a5f6b1e7c11';
const ALICE = { username: 'alice', password: 'wonderland' };
const CHALLENGE = 'WWW-Authenticate: Digest realm="example.com", nonce="abcd", algorithm=MD5, qop="auth"';

/** What a server makes of a REGISTER; the number counts from 1. */
type Server = (request: Message, number: number) => string | null;

const contactOf = ({ header }: Message) => /<[^>]*>/.exec(header('Contact') ?? '')?.[0];
/** A registrar that grants a time to whoever comes. */
const granting =
  (expires: string): Server =>
  (request) =>
    respond(request, '200 OK', [`Contact: ${contactOf(request)};expires=${expires}`]);
/** A registrar that grants to whoever comes what it asks for. */
const ok = (request: Message) =>
  respond(request, '200 OK', [`Contact: ${contactOf(request)};expires=${request.header('Expires')}`]);

/** A registrar that challenges, and knows one password. */
const challenging: Server = (request) =>
  request.header('Authorization') ? ok(request) : respond(request, '401 Unauthorized', [CHALLENGE]);
const refusing: Server = (request) => respond(request, '401 Unauthorized', [CHALLENGE]);

const settled = () => vi.advanceTimersByTimeAsync(0);

/** A registration of alice over a real user agent, whose server is the test. */
async function registering(server: Server, source: CredentialsSource | null = ALICE) {
  const socket = new ScriptedSocket();
  const requests: Message[] = [];
  const facts: RegistrationFact[] = [];
  const faults: unknown[] = [];
  const reply = { by: server };
  socket.onSend = (text) => {
    const request = read(text);
    requests.push(request);
    const response = reply.by(request, requests.length);
    if (response !== null) queueMicrotask(() => socket.says(response));
  };
  const agent = new UserAgent({
    uri: UserAgent.makeURI('sip:alice@example.com')!,
    transportConstructor: WebSocketTransport as never,
    transportOptions: {
      url: () => 'wss://example.com',
      socket: () => socket,
      onLost: () => {},
      onFault: (error: unknown) => faults.push(error),
      trace: () => {},
    },
    logBuiltinEnabled: false,
    logConfiguration: false,
    gracefulShutdown: false,
  });
  const starting = agent.start();
  socket.opens();
  await starting;
  const credentials = createCredentials(source ?? undefined);
  answerChallengesWith(agent, () => new DigestAnswer(credentials, undefined));
  const registration = createRegistration({
    agent,
    credentials,
    instanceId: INSTANCE,
    callId: 'c0ffee00-0f0e-4a59-9a0c-0a5f6b1e7c11',
    expires: 300,
    onChange: (fact) => facts.push(fact),
    onFault: (error) => faults.push(error),
  });
  agents.push(agent);
  return { registration, agent, socket, requests, facts, faults, reply };
}

const agents: UserAgent[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(async () => {
  for (const agent of agents.splice(0)) {
    const stopping = agent.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    await stopping;
  }
  vi.useRealTimers();
});

describe('registering', () => {
  it('does nothing before it is started', async () => {
    const { requests, facts } = await registering(ok);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toEqual([]);
    expect(facts).toEqual([]);
  });

  it('binds the address to this connection and this instance', async () => {
    const { registration, requests, facts, agent } = await registering(ok);
    registration.start();
    await settled();
    expect(facts).toEqual(['registering', 'registered']);
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request?.text).toMatch(/^REGISTER sip:example\.com SIP\/2\.0\r\n/);
    expect(request?.header('To')).toBe('<sip:alice@example.com>');
    expect(request?.header('Expires')).toBe('300');
    const contact = request?.header('Contact') ?? '';
    expect(contact).toContain(`sip:${agent.contact.uri.user}@`);
    expect(contact).toContain(`;+sip.instance="<urn:uuid:${INSTANCE}>";reg-id=1;expires=300`);
  });

  it('answers a challenge', async () => {
    const { registration, requests, facts } = await registering(challenging);
    registration.start();
    await settled();
    expect(facts).toEqual(['registering', 'registered']);
    expect(requests.map(({ header }) => header('CSeq'))).toEqual(['1 REGISTER', '2 REGISTER']);
    expect(requests[1]?.header('Authorization')).toMatch(/^Digest username="alice", realm="example.com"/);
  });

  it('keeps its Call-ID, and counts on, for as long as it runs', async () => {
    const { registration, requests } = await registering(challenging);
    registration.start();
    await settled();
    registration.suspend();
    registration.start();
    await settled();
    expect(new Set(requests.map(({ header }) => header('Call-ID'))).size).toBe(1);
    expect(requests.map(({ header }) => Number.parseInt(header('CSeq') ?? '', 10))).toEqual([1, 2, 3, 4]);
  });
});

describe('a registration', () => {
  it('is refreshed at 75 % of the time that was granted', async () => {
    const { registration, requests, facts } = await registering(granting('120'));
    registration.start();
    await vi.advanceTimersByTimeAsync(89_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(requests).toHaveLength(3);
    // Nobody sees it.
    expect(facts).toEqual(['registering', 'registered']);
  });

  it.each<[string, number, Server]>([
    [
      'the time of its own contact',
      60,
      (request) =>
        respond(request, '200 OK', [
          'Contact: <sip:other@192.0.2.1>;expires=20',
          `Contact: ${contactOf(request)};expires=60`,
        ]),
    ],
    [
      'the time of the answer where its contact has none',
      60,
      (request) => respond(request, '200 OK', [`Contact: ${contactOf(request)}`, 'Expires: 60']),
    ],
    [
      'the time of the answer where the server rewrote its contact',
      60,
      (request) =>
        respond(request, '200 OK', ['Contact: <sip:rewritten@192.0.2.1>;expires=20', 'Expires: 60']),
    ],
    ['the time it asked for where the server says none', 300, (request) => respond(request, '200 OK')],
    ['the time it asked for where the server says zero', 300, granting('0')],
    [
      'the time it asked for where the server says nonsense',
      300,
      (request) => respond(request, '200 OK', [`Contact: ${contactOf(request)};expires=soon`]),
    ],
    ['10 s where the server says less', 10, granting('1')],
    ['a day where the server says for ever', 86_400, granting('4294967295')],
  ])('takes %s', async (_, seconds, answer) => {
    const { registration, requests } = await registering(answer);
    registration.start();
    await vi.advanceTimersByTimeAsync(seconds * 750 - 1);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
  });

  it('asks for more where the server finds it too brief', async () => {
    const { registration, requests, facts } = await registering((request) =>
      Number(request.header('Expires')) < 900
        ? respond(request, '423 Interval Too Brief', ['Min-Expires: 900'])
        : ok(request),
    );
    registration.start();
    await settled();
    expect(requests.map(({ header }) => header('Expires'))).toEqual(['300', '900']);
    expect(facts).toEqual(['registering', 'registered']);
    await vi.advanceTimersByTimeAsync(900 * 750);
    expect(requests.map(({ header }) => header('Expires'))).toEqual(['300', '900', '900']);
  });

  it('asks for more also after the server was out of order for a while', async () => {
    const { registration, requests, facts } = await registering((request, number) => {
      if (number <= 4) return respond(request, '503 Service Unavailable');
      return Number(request.header('Expires')) < 900
        ? respond(request, '423 Interval Too Brief', ['Min-Expires: 900'])
        : ok(request);
    });
    registration.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(requests).toHaveLength(6);
    expect(facts.at(-1)).toBe('registered');
  });

  it.each([
    ['always the same', () => '900'],
    ['always more', (number: number) => String(300 + number)],
    ['nothing', () => ''],
  ])('does not flood a server that finds every time too brief and wants %s', async (_, least) => {
    const { registration, requests, facts } = await registering((request, number) =>
      respond(request, '423 Interval Too Brief', [`Min-Expires: ${least(number)}`]),
    );
    registration.start();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(facts).toContain('unregistered');
    expect(requests.length).toBeLessThan(16);
  });

  it('tries again, later each time, while the server is out of order', async () => {
    const { registration, requests, facts, reply } = await registering((request) =>
      respond(request, '500 Server Internal Error'),
    );
    registration.start();
    // The longest wait of each back-off.
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    await settled();
    expect(facts).toEqual(['registering', 'unregistered']);
    const waits = [];
    for (let number = 2; number <= 8; number += 1) {
      const from = Date.now();
      await vi.advanceTimersToNextTimerAsync();
      expect(requests).toHaveLength(number);
      waits.push(Math.round((Date.now() - from) / 1_000));
    }
    expect(waits).toEqual([1, 1, 2, 4, 8, 16, 30]);
    reply.by = ok;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(facts.at(-1)).toBe('registered');
  });

  it.each([
    ['5', 5],
    ['120;duration=3600', 120],
    ['18000 (later)', 3_600],
    [`1${'0'.repeat(26)}`, 3_600],
    ['0', 1],
    ['soon', 1],
  ])('waits where the server says Retry-After: %s', async (value, seconds) => {
    const { registration, requests } = await registering((request) =>
      respond(request, '503 Service Unavailable', [`Retry-After: ${value}`]),
    );
    registration.start();
    await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
  });

  it('counts as unanswered after 10 s, and is tried again', async () => {
    const { registration, requests, facts, reply, agent } = await registering(() => null);
    registration.start();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(facts).toEqual(['registering']);
    await vi.advanceTimersByTimeAsync(1);
    expect(facts).toEqual(['registering', 'unregistered']);
    expect(agent.userAgentCore.userAgentClients.size).toBe(0);
    reply.by = ok;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(facts.at(-1)).toBe('registered');
    expect(requests).toHaveLength(2);
  });

  it('takes nothing from an answer that comes too late', async () => {
    const { registration, requests, facts, socket } = await registering(() => null);
    registration.start();
    await vi.advanceTimersByTimeAsync(10_000);
    const [late] = requests;
    socket.says(respond(late as Message, '401 Unauthorized', [CHALLENGE]));
    socket.says(ok(late as Message));
    await settled();
    expect(requests).toHaveLength(1);
    expect(facts).toEqual(['registering', 'unregistered']);
  });

  it('never uses a number twice, not even after a challenge that was never settled', async () => {
    const { registration, requests } = await registering((request, number) => {
      if (number === 1) return respond(request, '401 Unauthorized', [CHALLENGE]);
      return number === 2 ? null : ok(request);
    });
    registration.start();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(requests.map(({ header }) => header('CSeq'))).toEqual(['1 REGISTER', '2 REGISTER', '3 REGISTER']);
  });

  it('is lost with the connection, and is there again with the next', async () => {
    const { registration, requests, facts } = await registering(ok);
    registration.start();
    await settled();
    registration.suspend();
    expect(facts.at(-1)).toBe('unregistered');
    expect(vi.getTimerCount()).toBe(0);
    registration.start();
    await settled();
    expect(facts).toEqual(['registering', 'registered', 'unregistered', 'registering', 'registered']);
    expect(requests).toHaveLength(2);
  });

  it('takes nothing from the answer to what was asked on a connection before', async () => {
    const { registration, requests, facts, socket } = await registering(() => null);
    registration.start();
    await settled();
    registration.suspend();
    expect(vi.getTimerCount()).toBe(0);
    registration.start();
    await settled();
    socket.says(respond(requests[0] as Message, '403 Forbidden'));
    await settled();
    expect(facts.at(-1)).toBe('registering');
    socket.says(ok(requests[1] as Message));
    await settled();
    expect(facts.at(-1)).toBe('registered');
  });
});

describe('a server that says no', () => {
  it('gets a wrong password once, after it asked for it', async () => {
    const { registration, requests, facts } = await registering(refusing);
    registration.start();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requests.map(({ header }) => header('Authorization') !== undefined)).toEqual([false, true]);
    expect(facts).toEqual(['registering', 'rejected']);
  });

  it('gets no answer to its challenge where there is no password', async () => {
    const { registration, requests, facts } = await registering(refusing, null);
    registration.start();
    await settled();
    expect(requests).toHaveLength(1);
    expect(facts).toEqual(['registering', 'rejected']);
  });

  it.each(['403 Forbidden', '404 Not Found'])('is not asked again after %s', async (status) => {
    const { registration, requests, facts } = await registering((request) => respond(request, status));
    registration.start();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requests).toHaveLength(1);
    expect(facts).toEqual(['registering', 'rejected']);
  });

  it('ends a registration that stood', async () => {
    const { registration, facts, reply } = await registering(ok);
    registration.start();
    await settled();
    reply.by = (request) => respond(request, '403 Forbidden');
    await vi.advanceTimersByTimeAsync(225_001);
    expect(facts.at(-1)).toBe('rejected');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('makes us fetch other credentials, once', async () => {
    const fetch = vi.fn(async () => ({ username: 'alice', password: `number ${fetch.mock.calls.length}` }));
    const { registration, requests, facts } = await registering(refusing, fetch);
    registration.start();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(requests).toHaveLength(4);
    expect(facts).toEqual(['registering', 'rejected']);
  });

  it('may take the credentials that were fetched then', async () => {
    const fetch = vi.fn(async () => ALICE);
    const { registration, facts } = await registering(
      (request, number) => (number > 3 ? ok(request) : respond(request, '401 Unauthorized', [CHALLENGE])),
      fetch,
    );
    registration.start();
    await settled();
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(facts).toEqual(['registering', 'registered']);
  });
});

describe('credentials that have to be fetched', () => {
  it('are there before anything is sent', async () => {
    let give = (_: typeof ALICE) => {};
    const { registration, requests } = await registering(
      challenging,
      () => new Promise<typeof ALICE>((resolve) => (give = resolve)),
    );
    registration.start();
    // Just within the time that they have to come.
    await vi.advanceTimersByTimeAsync(9_900);
    expect(requests).toEqual([]);
    give(ALICE);
    await settled();
    expect(requests).toHaveLength(2);
  });

  it('are fetched again later when that failed', async () => {
    const fetch = vi.fn<() => Promise<typeof ALICE>>();
    fetch.mockRejectedValueOnce(new Error('offline')).mockResolvedValue(ALICE);
    const { registration, requests, facts, faults } = await registering(challenging, fetch);
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    registration.start();
    await settled();
    expect(facts).toEqual(['registering', 'unregistered']);
    expect(faults).toEqual([new Error('offline')]);
    expect(requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(facts.at(-1)).toBe('registered');
  });

  it('change nothing when they come after the end', async () => {
    let give = (_: typeof ALICE) => {};
    const { registration, requests, facts } = await registering(
      challenging,
      () => new Promise<typeof ALICE>((resolve) => (give = resolve)),
    );
    registration.start();
    await settled();
    await registration.stop();
    give(ALICE);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toEqual([]);
    expect(facts).toEqual(['registering', 'unregistered']);
  });
});

describe('the end of a registration', () => {
  it('takes the binding back', async () => {
    const { registration, requests, facts } = await registering(challenging);
    registration.start();
    await settled();
    const stopping = registration.stop();
    await settled();
    await stopping;
    expect(requests.slice(2).map(({ header }) => header('Expires'))).toEqual(['0', '0']);
    expect(requests.at(-1)?.header('Contact')).toContain(';expires=0');
    expect(facts.at(-1)).toBe('unregistered');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes it back too when the answer is still on its way', async () => {
    const { registration, requests, reply } = await registering(() => null);
    registration.start();
    await settled();
    reply.by = ok;
    await registration.stop();
    expect(requests.map(({ header }) => header('Expires'))).toEqual(['300', '0']);
    await settled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for the server 1 s at most', async () => {
    const { registration, facts, reply } = await registering(ok);
    registration.start();
    await settled();
    reply.by = () => null;
    const ended = vi.fn();
    void registration.stop().then(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
    expect(facts.at(-1)).toBe('unregistered');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, Server]>([
    ['was never started', ok],
    ['was refused', (request) => respond(request, '403 Forbidden')],
  ])('sends nothing when it %s', async (what, server) => {
    const { registration, requests } = await registering(server);
    if (what === 'was refused') registration.start();
    await settled();
    const count = requests.length;
    await registration.stop();
    expect(requests).toHaveLength(count);
  });

  it('sends nothing without a connection', async () => {
    const { registration, requests, agent } = await registering(ok);
    registration.start();
    await settled();
    const disconnecting = agent.transport.disconnect();
    await vi.advanceTimersByTimeAsync(1_000);
    await disconnecting;
    await registration.stop();
    expect(requests).toHaveLength(1);
  });

  it('is the end', async () => {
    const { registration, requests, facts } = await registering((request) =>
      respond(request, '503 Service Unavailable'),
    );
    registration.start();
    await settled();
    await registration.stop();
    const told = facts.length;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requests).toHaveLength(1);
    expect(facts).toHaveLength(told);
  });
});
