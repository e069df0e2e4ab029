import type { Phone } from '../../src/phone/index.js';
import { createFakeMedia, createWire, type FakeMedia, type Wire } from '../../src/testing/index.js';
import { ended, only, reach, register, talk } from '../support/calls.js';

let wire: Wire;
let media: FakeMedia;
let alice: Phone;
let bob: Phone;
/** What alice's phone logs that is worth a look. */
let lines: string[];

beforeEach(async () => {
  wire = createWire();
  media = createFakeMedia();
  lines = [];
  alice = wire.phone('alice', {
    media,
    logger: (level, line) => level !== 'debug' && lines.push(`${level} ${line}`),
  });
  bob = wire.phone('bob');
  await register(alice, bob);
});

afterEach(async () => {
  await Promise.all([alice.dispose(), bob.dispose()]);
  expect(media.liveTracks()).toEqual([]);
  expect(media.playing).toEqual([]);
  expect(media.ringing || media.ringingBack).toBe(false);
});

/** Lets a message that a user hears be altered on its way, or be lost. */
const alter = (user: string, start: string, change: (text: string) => string | null) => {
  wire.onMessage = (message) =>
    message.user === user && message.direction === 'received' && message.text.startsWith(start)
      ? change(message.text)
      : message.text;
};

describe('an incoming call', () => {
  it('rings once until it is answered, and waits for the microphone until the answer is on its way', async () => {
    await bob.call('alice');
    await reach(alice, { state: 'ringing' });
    const seen: string[] = [];
    const heard: boolean[] = [];
    alice.store.subscribe(({ calls: [call] }) => {
      seen.push(`${call?.state} ${call?.pending}`);
      heard.push(media.ringing);
    });
    await alice.answer(only(alice).id);
    await reach(alice, { state: 'established' });
    expect([...new Set(seen)]).toEqual(['ringing microphone', 'connecting null', 'established null']);
    expect(heard).not.toContain(true);
  });

  it('can be silenced, and goes on ringing for the caller and for this phone', async () => {
    await bob.call('alice');
    await reach(alice, { state: 'ringing', silenced: false });
    expect(media.ringing).toBe(true);
    await alice.silence(only(alice).id);
    expect(only(alice)).toMatchObject({ state: 'ringing', silenced: true });
    expect(media.ringing).toBe(false);
    await reach(bob, { state: 'ringing' });
    await alice.answer(only(alice).id);
    await reach(bob, { state: 'established' });
  });

  it('is declined once, however often it is told to', async () => {
    await bob.call('alice');
    await reach(alice, { state: 'ringing' });
    const { id } = only(alice);
    await Promise.all([alice.decline(id), alice.hangup(id), alice.decline(id), alice.hangup(id)]);
    await ended(alice, 'declined');
    await ended(bob, 'declined');
    expect(alice.store.getState().history).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it('ends with the phone', async () => {
    await bob.call('alice');
    await reach(alice, { state: 'ringing' });
    await alice.dispose();
    await ended(alice, 'normal');
    await ended(bob, 'no-answer');
    expect(lines).toEqual([]);
  });

  it('has the headers that were asked for, as plain text, and no others', async () => {
    const carol = wire.phone('carol', { acceptHeaders: ['X-Order', 'X-Missing'] });
    await register(carol);
    await bob.call('carol', { headers: { 'X-Order': '48213', 'X-Secret': 'x' } });
    await reach(carol, { state: 'ringing', headers: { 'X-Order': '48213' } });
    expect(Object.keys(only(carol).headers)).toEqual(['X-Order']);
    await carol.dispose();
  });
});

describe('an outgoing call', () => {
  it('speaks through the microphone that was chosen while it was being prepared', async () => {
    let give = (_: RTCIceServer[]) => {};
    const iceServers = () => new Promise<RTCIceServer[]>((resolve) => (give = resolve));
    const carol = wire.phone('carol', { media, iceServers });
    await register(carol);
    await carol.call('bob');
    await reach(carol, { pending: null });
    const [before] = media.liveTracks();
    await carol.chooseDevice('microphone', 'headset');
    const [after] = media.liveTracks();
    expect(after).not.toBe(before);
    give([]);
    await reach(carol, { state: 'ringing' });
    expect(media.connections[0]?.getSenders()[0]?.track).toBe(after);
    await carol.dispose();
  });

  it('is given up by the phone at once when it goes away', async () => {
    await alice.call('bob');
    await reach(alice, { state: 'ringing' });
    await alice.dispose();
    await ended(alice, 'cancelled');
    await ended(bob, 'cancelled');
  });
});

describe('a call that stands', () => {
  it('ends although SIP.js cannot write the address of the other side', async () => {
    alter('alice', 'INVITE', (text) =>
      text.replace(/^Contact: <[^>]*>/m, 'Contact: <sip:100%25@evil.example>'),
    );
    await bob.call('alice');
    await reach(alice, { state: 'ringing' });
    await alice.answer(only(alice).id);
    await reach(alice, { state: 'established' });
    await alice.hangup(only(alice).id);
    await ended(alice, 'normal');
    expect(media.liveTracks()).toEqual([]);
    wire.onMessage = null;
    alice.dismiss(only(alice).id);
    const { id } = only(bob);
    await bob.hangup(id);
    bob.dismiss(id);
    await talk(alice, bob, 'bob');
  });

  it('lets a hold that waits for its answer fail with the end of the call', async () => {
    const id = await talk(alice, bob, 'bob');
    alter('bob', 'INVITE', () => null);
    const holding = alice.hold(id);
    await reach(alice, { pending: 'hold' });
    await bob.hangup(only(bob).id);
    await holding;
    await ended(alice, 'normal');
    expect(only(alice)).toMatchObject({ hold: 'none', pending: null });
    expect(alice.store.getState().lastError).toBeNull();
    expect(lines).toEqual([]);
  });

  it('lets a digit that waits for its answer fail with the end of the call', async () => {
    const carol = wire.phone('carol', { dtmf: 'info' });
    await register(carol);
    await talk(carol, bob, 'bob');
    alter('bob', 'INFO', () => null);
    const sending = carol.sendDtmf(only(carol).id, '1');
    await vi.waitFor(() => expect(wire.messages.some(({ text }) => text.startsWith('INFO'))).toBe(true));
    await bob.hangup(only(bob).id);
    await sending;
    await ended(carol, 'normal');
    await carol.dispose();
  });

  it('is in the end as was asked last, however quickly', async () => {
    const id = await talk(alice, bob, 'bob');
    await Promise.all([alice.hold(id), alice.hold(id), alice.resume(id)]);
    expect(only(alice)).toMatchObject({ hold: 'none', pending: null });
    await Promise.all([alice.hold(id), alice.resume(id), alice.hold(id)]);
    expect(only(alice)).toMatchObject({ hold: 'local', pending: null });
    await reach(bob, { hold: 'remote' });
  });

  it('is not held when the other side refuses, and can be held later', async () => {
    const id = await talk(alice, bob, 'bob');
    alter('bob', 'INVITE', (text) =>
      text.replace(/^Content-Type: .*$/m, 'Content-Type: application/sdp').replace(/^m=audio/m, 'm=nothing'),
    );
    await expect(alice.hold(id)).rejects.toMatchObject({ code: 'media-failed' });
    expect(only(alice)).toMatchObject({ state: 'established', hold: 'none', pending: null });
    expect(media.liveTracks()[0]?.enabled).toBe(true);
    wire.onMessage = null;
    await alice.hold(id);
    await reach(alice, { hold: 'local' });
    await reach(bob, { hold: 'remote' });
  });
});

describe('a verb', () => {
  const verbs = ['answer', 'decline', 'silence', 'hangup', 'hold', 'resume', 'mute', 'unmute'] as const;

  it.each(verbs)(
    '%s throws for an id that never was, and does nothing for a call that has ended',
    async (verb) => {
      const nobody = 'nobody' as Parameters<Phone['hangup']>[0];
      await expect(alice[verb](nobody)).rejects.toThrow('no call has the id "nobody"');
      const id = await alice.call('busy');
      await ended(alice, 'busy');
      const before = alice.store.getState();
      await alice[verb](id);
      expect(alice.store.getState()).toBe(before);
    },
  );

  it.each(verbs)('%s finds nothing to do once the phone was disposed of', async (verb) => {
    const id = await alice.call('busy');
    await ended(alice, 'busy');
    await alice.dispose();
    await alice[verb](id);
  });
});

describe('a phone', () => {
  it('neither connects nor calls once it was disposed of, and says so', async () => {
    await alice.dispose();
    expect(() => alice.connect()).toThrow('was disposed of');
    await expect(alice.call('bob')).rejects.toThrow('was disposed of');
  });

  it('tells every subscriber, although one throws', async () => {
    const uncaught: unknown[] = [];
    const onUncaught = (error: unknown) => void uncaught.push(error);
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
      void Promise.resolve().then(task).catch(onUncaught);
    });
    const last = vi.fn();
    alice.store.subscribe(() => {
      throw new Error('A subscriber failed.');
    });
    alice.store.subscribe(last);
    await alice.call('busy');
    expect(last).toHaveBeenCalled();
    await ended(alice, 'busy');
    expect(uncaught).not.toHaveLength(0);
  });

  it('lets go of the media of the page when it is disposed of, whoever still holds it', async () => {
    const listeners = new Set<() => void>();
    const carol = wire.phone('carol', {
      media: {
        ...media,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
    expect(listeners.size).toBe(0);
    carol.connect();
    expect(listeners.size).toBe(1);
    await carol.dispose();
    expect(listeners.size).toBe(0);
  });

  it('goes on although somebody who reads its state throws, and lets the page know', async () => {
    const thrown: (() => void)[] = [];
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => thrown.push(task));
    const unsubscribe = alice.store.subscribe(() => {
      throw new Error('A widget failed.');
    });
    const id = await alice.call('busy');
    unsubscribe();
    later.mockRestore();
    expect(thrown[0]).toThrow('A widget failed.');
    await reach(alice, { id, state: 'terminated', endReason: { cause: 'busy' } });
  });

  it('keeps no secret in its state', async () => {
    const carol = wire.phone('carol', { credentials: { username: 'carol', password: 'wonderland' } });
    carol.connect();
    await vi.waitFor(() => expect(carol.store.getState().registration).toBe('rejected'));
    expect(JSON.stringify(carol.store.getState())).not.toContain('wonderland');
    await carol.dispose();
  });
});
