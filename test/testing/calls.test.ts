import { type Invitation, Messager, SessionState, UserAgent } from 'sip.js';
import { createExchange } from '../../src/testing/index.js';
import { createNetwork, type WireMessage } from '../../src/testing/network.js';
import { createClient, reaches } from './support/client.js';
import { until } from './support/until.js';

type Client = ReturnType<typeof createClient>;

const clients: Client[] = [];

/** An exchange and a plain SIP.js user agent for each user named, registered. */
async function setUp(...users: string[]) {
  const exchange = createExchange();
  const log: WireMessage[] = [];
  const network = createNetwork(exchange, (message) => {
    log.push(message);
    return message.text;
  });
  const made = users.map((user) => createClient(network, exchange, user));
  clients.push(...made);
  for (const client of made) await client.register();
  const heard = (user: string, method: string) =>
    log.filter(
      (message) =>
        message.direction === 'received' && message.user === user && message.text.startsWith(method),
    );
  return { exchange, network, heard, clients: made as [Client, Client, ...Client[]] };
}

async function talk(caller: Client, callee: Client) {
  const { inviter, statuses } = caller.invite('bob');
  const invitation = await callee.rings();
  await invitation.accept();
  await Promise.all([
    reaches(inviter, SessionState.Established),
    reaches(invitation, SessionState.Established),
  ]);
  return { inviter, invitation, statuses };
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

describe('two SIP.js user agents', () => {
  it('call each other: trying, ringing, answered, ended', async () => {
    const {
      clients: [alice, bob],
      heard,
    } = await setUp('alice', 'bob');
    const { inviter, invitation, statuses } = await talk(alice, bob);
    expect(heard('alice', 'SIP/2.0 100')).toHaveLength(1);
    expect(statuses).toEqual([180, 200]);
    await until(() => expect(heard('bob', 'ACK')).toHaveLength(1));
    await inviter.bye();
    await reaches(invitation, SessionState.Terminated);
  });

  it('renegotiate and send INFO from either side', async () => {
    const {
      clients: [alice, bob],
    } = await setUp('alice', 'bob');
    const { inviter, invitation } = await talk(alice, bob);
    for (const [from, to] of [
      [inviter, invitation],
      [invitation, inviter],
    ] as const) {
      const onInvite = vi.fn();
      const onInfo = vi.fn((info: { accept(): Promise<void> }) => info.accept());
      to.delegate = { onInvite, onInfo };
      await new Promise((onAccept) => void from.invite({ requestDelegate: { onAccept } }));
      expect(onInvite).toHaveBeenCalledOnce();
      await from.info({
        requestOptions: {
          body: { contentDisposition: 'render', contentType: 'application/dtmf-relay', content: 'Signal=5' },
        },
      });
      await until(() => expect(onInfo).toHaveBeenCalled());
    }
    await invitation.bye();
    await reaches(inviter, SessionState.Terminated);
  });

  it('refuse and cancel', async () => {
    const {
      clients: [alice, bob],
    } = await setUp('alice', 'bob');
    const refused = alice.invite('bob');
    await (await bob.rings()).reject({ statusCode: 603 });
    await reaches(refused.inviter, SessionState.Terminated);
    await until(() => expect(refused.statuses).toEqual([180, 603]));

    const cancelled = alice.invite('bob');
    await until(() => expect(bob.invitations).toHaveLength(2));
    const invitation = await bob.rings();
    await cancelled.inviter.cancel();
    await reaches(invitation, SessionState.Terminated);
    await until(() => expect(cancelled.statuses.at(-1)).toBe(487));
  });

  it('end a call whose CANCEL crossed the answer', async () => {
    const {
      clients: [alice, bob],
      heard,
    } = await setUp('alice', 'bob');
    const { inviter } = alice.invite('bob');
    const invitation = await bob.rings();
    await until(() => expect(heard('alice', 'SIP/2.0 180')).toHaveLength(1));
    await Promise.all([invitation.accept(), inviter.cancel()]);
    await reaches(inviter, SessionState.Terminated);
    await reaches(invitation, SessionState.Terminated);
    expect(heard('bob', 'ACK')).toHaveLength(1);
    expect(heard('bob', 'BYE')).toHaveLength(1);
  });

  it('send each other messages', async () => {
    const {
      clients: [alice, bob],
      exchange,
    } = await setUp('alice', 'bob');
    const onMessage = vi.fn((message: { request: { body: string }; accept(): Promise<unknown> }) => {
      void message.accept();
    });
    bob.agent.delegate = { ...bob.agent.delegate, onMessage };
    const accepted = new Promise((onAccept) => {
      const target = UserAgent.makeURI(`sip:bob@${exchange.domain}`)!;
      void new Messager(alice.agent, target, 'Grüße 👋').message({ requestDelegate: { onAccept } });
    });
    await accepted;
    expect(onMessage.mock.calls[0]?.[0].request.body).toBe('Grüße 👋');
  });
});

describe('a user with two phones', () => {
  const reasonOf = (invitation: Invitation, heard: WireMessage[]) => {
    expect(invitation.state).toBe(SessionState.Terminated);
    return heard.map(({ text }) => /^Reason: (.*)\r$/m.exec(text)?.[1]);
  };

  it('is rung on both, and the one that does not answer learns why it stops', async () => {
    const {
      clients: [alice, desk, mobile],
      heard,
    } = await setUp('alice', 'bob', 'bob');
    const { inviter, statuses } = alice.invite('bob');
    const [answering, other] = [await desk.rings(), await mobile!.rings()];
    await answering.accept();
    await reaches(inviter, SessionState.Established);
    await reaches(other, SessionState.Terminated);
    expect(reasonOf(other, heard('bob', 'CANCEL'))).toEqual([
      'SIP;cause=200;text="Call completed elsewhere"',
    ]);
    expect(statuses.at(-1)).toBe(200);
    await inviter.bye();
    await reaches(answering, SessionState.Terminated);
  });

  it('refuses for both when one declines, and for itself when it is busy', async () => {
    const {
      clients: [alice, desk, mobile],
      heard,
    } = await setUp('alice', 'bob', 'bob');
    const declined = alice.invite('bob');
    const [declining, other] = [await desk.rings(), await mobile!.rings()];
    await declining.reject({ statusCode: 603 });
    await reaches(declined.inviter, SessionState.Terminated);
    expect(reasonOf(other, heard('bob', 'CANCEL'))).toEqual(['SIP;cause=603;text="Call refused elsewhere"']);
    await until(() => expect(declined.statuses.at(-1)).toBe(603));

    const busy = alice.invite('bob');
    await until(() => expect(mobile!.invitations).toHaveLength(2));
    await until(() => expect(desk.invitations).toHaveLength(2));
    await (await desk.rings()).reject({ statusCode: 486 });
    const answering = await mobile!.rings();
    await answering.accept();
    await reaches(busy.inviter, SessionState.Established);
    await busy.inviter.bye();
    await reaches(answering, SessionState.Terminated);
  });

  it('passes the reason of a caller who gives up on to both', async () => {
    const {
      clients: [alice, desk, mobile],
      heard,
    } = await setUp('alice', 'bob', 'bob');
    const { inviter } = alice.invite('bob');
    const ringing = [await desk.rings(), await mobile!.rings()];
    await inviter.cancel({ statusCode: 408, reasonPhrase: 'Request Timeout' });
    for (const invitation of ringing) await reaches(invitation, SessionState.Terminated);
    expect(heard('bob', 'CANCEL').map(({ text }) => /^Reason: (.*)\r$/m.exec(text)?.[1])).toEqual(
      Array(2).fill('SIP;cause=408;text="Request Timeout"'),
    );
  });
});

describe('a phone that comes back on a new connection', () => {
  it.each(['alice', 'bob'])('is found again in the call that it had (%s)', async (user) => {
    const {
      network,
      exchange,
      clients: [alice, bob],
    } = await setUp('alice', 'bob');
    const { inviter, invitation } = await talk(alice, bob);
    const client = user === 'alice' ? alice : bob;
    network.cut(user);
    await until(() => expect(client.agent.isConnected()).toBe(false));
    expect(exchange.contacts(user)).toEqual([]);
    await client.agent.transport.connect();
    await client.register();
    await (user === 'alice' ? invitation : inviter).bye();
    await reaches(user === 'alice' ? inviter : invitation, SessionState.Terminated);
  });

  it('is found again while its old connection hangs', async () => {
    const {
      network,
      clients: [alice, bob],
    } = await setUp('alice', 'bob');
    const { inviter, invitation } = await talk(alice, bob);
    network.freeze();
    const closed = bob.agent.transport.disconnect();
    network.up();
    await closed;
    await bob.agent.transport.connect();
    await bob.register();
    await inviter.bye();
    await reaches(invitation, SessionState.Terminated);
  });

  it('can take a call that rang before', async () => {
    const {
      network,
      clients: [alice, bob],
    } = await setUp('alice', 'bob');
    const { inviter } = alice.invite('bob');
    const invitation = await bob.rings();
    network.cut('bob');
    await until(() => expect(bob.agent.isConnected()).toBe(false));
    await bob.agent.transport.connect();
    await bob.register();
    await invitation.accept();
    await reaches(inviter, SessionState.Established);
    await inviter.bye();
    await reaches(invitation, SessionState.Terminated);
  });
});
