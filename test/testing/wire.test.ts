import type { Phone } from '../../src/phone/index.js';
import { createWire, type Wire } from '../../src/testing/index.js';
import { until } from './support/until.js';

const phones: Phone[] = [];

function phoneOn(wire: Wire, user: string): Phone {
  const phone = wire.phone(user);
  phones.push(phone);
  phone.connect();
  return phone;
}

const stateOf = (phone: Phone) => phone.store.getState();
/** Lets everything that is on its way arrive. */
const turns = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const registers = (phone: Phone) => until(() => expect(stateOf(phone).registration).toBe('registered'));

afterEach(async () => {
  await Promise.all(phones.splice(0).map((phone) => phone.dispose()));
});

describe('phones on a wire', () => {
  it('register and call each other', async () => {
    const wire = createWire();
    const [alice, bob] = [phoneOn(wire, 'alice'), phoneOn(wire, 'bob')];
    await Promise.all([registers(alice), registers(bob)]);
    const id = await alice.call('bob');
    await until(() => expect(stateOf(bob).calls[0]?.state).toBe('ringing'));
    expect(stateOf(bob).calls[0]?.remote).toEqual({ uri: 'sip:alice@hookswitch.test', displayName: 'Alice' });
    await bob.answer(stateOf(bob).calls[0]!.id);
    await until(() => expect(stateOf(alice).calls[0]?.state).toBe('established'));
    await alice.hangup(id);
    await until(() => expect(stateOf(bob).history).toHaveLength(1));
  });

  it('leave a log of what each of them said and heard', async () => {
    const wire = createWire();
    await registers(phoneOn(wire, 'alice'));
    expect(
      wire.messages.map(({ user, direction, text }) => [user, direction, text.split(' ', 2).join(' ')]),
    ).toEqual([
      ['alice', 'sent', 'REGISTER sip:hookswitch.test'],
      ['alice', 'received', 'SIP/2.0 401'],
      ['alice', 'sent', 'REGISTER sip:hookswitch.test'],
      ['alice', 'received', 'SIP/2.0 200'],
    ]);
  });
});

describe('the wire', () => {
  it('alters and loses messages as it is told', async () => {
    const wire = createWire();
    wire.onMessage = ({ text }) => text.replace('SIP/2.0 486 Busy Here', 'SIP/2.0 600 Busy Everywhere');
    const alice = phoneOn(wire, 'alice');
    await registers(alice);
    await alice.call('busy');
    await until(() => expect(stateOf(alice).calls[0]?.endReason?.statusCode).toBe(600));

    wire.onMessage = ({ text }) => (text.startsWith('INVITE') ? null : text);
    const before = wire.messages.filter(({ text }) => text.startsWith('SIP/2.0')).length;
    await alice.call('busy');
    await until(() => expect(wire.messages.at(-1)?.text).toMatch(/^INVITE/));
    expect(wire.messages.filter(({ text }) => text.startsWith('SIP/2.0'))).toHaveLength(before);
  });

  it('goes down with a close code, and lets nobody in until it is up', async () => {
    const wire = createWire();
    const alice = phoneOn(wire, 'alice');
    await registers(alice);
    const codes: (number | null)[] = [];
    alice.store.subscribe(({ closeCode }) => codes.push(closeCode));
    wire.down(1012);
    await until(() => expect(codes).toContain(1012));
    expect(stateOf(alice).transport).toBe('reconnecting');
    expect(wire.exchange.contacts('alice')).toEqual([]);
    await until(() => expect(stateOf(alice).attempt).toBeGreaterThan(0));
    wire.up();
    await until(() => expect(stateOf(alice).registration).toBe('registered'));
  });

  it('cuts one user off and lets the others be', async () => {
    const wire = createWire();
    const [alice, bob] = [phoneOn(wire, 'alice'), phoneOn(wire, 'bob')];
    await Promise.all([registers(alice), registers(bob)]);
    wire.cut('alice', 1001);
    await until(() => expect(stateOf(alice).closeCode).toBe(1001));
    expect(stateOf(bob)).toMatchObject({ transport: 'connected', closeCode: null });
  });

  it('opens a socket to who speaks SIP alone', async () => {
    const wire = createWire();
    const socket = wire.socket('wss://hookswitch.test', ['chat']);
    const onclose = vi.fn();
    socket.onclose = onclose;
    await until(() => expect(onclose).toHaveBeenCalledWith(expect.objectContaining({ code: 1006 })));
  });

  it('hangs when frozen: nothing passes, nothing opens, nothing closes', async () => {
    const wire = createWire();
    const [early, late] = [
      wire.socket('wss://hookswitch.test', ['sip']),
      wire.socket('wss://hookswitch.test', ['sip']),
    ];
    const events: string[] = [];
    early.onopen = () => events.push('open');
    early.onmessage = () => events.push('message');
    early.onclose = () => events.push('close');
    late.onopen = () => wire.freeze();
    await until(() => expect(late.readyState).toBe(1));
    early.send('\r\n\r\n');
    const third = wire.socket('wss://hookswitch.test', ['sip']);
    await turns();
    early.close();
    await turns();
    expect(events).toEqual(['open']);
    expect([early.readyState, third.readyState]).toEqual([2, 0]);
    wire.up();
    await until(() => expect(events).toEqual(['open', 'close']));
  });
});
