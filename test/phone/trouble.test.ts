import type { Phone, PhoneSettings } from '../../src/phone/index.js';
import {
  createFakeMedia,
  createWire,
  type FakeMedia,
  type FakeMediaOptions,
  type Wire,
} from '../../src/testing/index.js';
import { ended, only, reach, register, talk } from '../support/calls.js';

let wire: Wire;
let media: FakeMedia;
let alice: Phone;
let bob: Phone;

function phones(settings: Partial<PhoneSettings> = {}, options: FakeMediaOptions = {}) {
  wire = createWire();
  media = createFakeMedia(options);
  alice = wire.phone('alice', { media, ...settings });
  bob = wire.phone('bob');
}

afterEach(async () => {
  wire.onMessage = null;
  await Promise.all([alice.dispose(), bob.dispose()]);
  expect(media.liveTracks()).toEqual([]);
});

/** Loses what a user says or hears that begins so. */
const lose = (user: string, direction: 'sent' | 'received', start: RegExp) => {
  wire.onMessage = (message) =>
    message.user === user && message.direction === direction && start.test(message.text)
      ? null
      : message.text;
};

const messages = (user: string, way: 'sent' | 'received', start: RegExp) =>
  wire.messages.filter(
    ({ user: who, direction, text }) => who === user && direction === way && start.test(text),
  );
const said = (user: string, start: RegExp) => messages(user, 'sent', start);
const heard = (user: string, start: RegExp) => messages(user, 'received', start);

it('lets the microphone be heard after a hold only once the other side agrees', async () => {
  phones();
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  await alice.hold(id);
  lose('alice', 'received', /^SIP\/2\.0 200[\s\S]*^CSeq: \d+ INVITE/m);
  const resumed = alice.resume(id);
  await vi.waitFor(() =>
    expect(said('bob', /^SIP\/2\.0 200[\s\S]*^CSeq: \d+ INVITE/m).length).toBeGreaterThan(1),
  );
  expect(only(alice)).toMatchObject({ hold: 'local', pending: 'resume' });
  expect(media.liveTracks()[0]?.enabled).toBe(false);
  // The answer is sent again, and gets through.
  wire.onMessage = null;
  await resumed;
  expect(media.liveTracks()[0]?.enabled).toBe(true);
});

it('holds a call that it answered only once the answer is acknowledged', async () => {
  phones();
  await register(alice, bob);
  lose('bob', 'received', /^ACK/);
  await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  const { id } = only(bob);
  await bob.answer(id);
  await reach(bob, { state: 'established' });
  const held = bob.hold(id);
  expect(only(bob).pending).toBe('hold');
  // The answer comes again, and with it its acknowledgement: the hold has waited for it.
  await vi.waitFor(() =>
    expect(said('bob', /^SIP\/2\.0 200[\s\S]*^CSeq: \d+ INVITE/m).length).toBeGreaterThan(1),
  );
  expect(said('bob', /^INVITE/)).toEqual([]);
  wire.onMessage = null;
  await held;
  expect(only(bob)).toMatchObject({ state: 'established', hold: 'local' });
  await reach(alice, { state: 'established', hold: 'remote' });
});

it('holds a call that the other side has just held only once that is acknowledged', async () => {
  phones();
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  await vi.waitFor(() => expect(heard('bob', /^ACK/)).toHaveLength(1));
  const acks = () => said('alice', /^ACK/).length;
  const before = acks();
  lose('bob', 'received', /^ACK/);
  await alice.hold(id);
  await vi.waitFor(() => expect(acks()).toBeGreaterThan(before));
  const held = bob.hold(only(bob).id);
  await vi.waitFor(() => expect(acks()).toBeGreaterThan(before + 1));
  expect(said('bob', /^INVITE/)).toEqual([]);
  wire.onMessage = null;
  await held;
  expect(only(bob)).toMatchObject({ state: 'established', hold: 'both' });
  await reach(alice, { state: 'established', hold: 'both' });
});

it('settles a hold that waits for an acknowledgement when the call ends', async () => {
  phones();
  await register(alice, bob);
  lose('bob', 'received', /^ACK/);
  const id = await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  await bob.answer(only(bob).id);
  await reach(alice, { state: 'established' });
  const held = bob.hold(only(bob).id);
  await alice.hangup(id);
  await ended(bob, 'normal');
  await held;
  expect(bob.store.getState().lastError).toBeNull();
});

it('settles an answer when the call ends while it is being made, and tells of no error', async () => {
  // Candidates that never come keep the answer waiting.
  phones({ gatheringLimit: 60_000 }, { candidates: [], gatheringCompletes: false });
  await register(alice, bob);
  await bob.call('alice');
  await reach(alice, { state: 'ringing' });
  const { id } = only(alice);
  const answered = alice.answer(id);
  await reach(alice, { state: 'connecting' });
  await alice.hangup(id);
  await answered;
  expect(only(alice).state).toBe('terminated');
  expect(alice.store.getState().lastError).toBeNull();
});

it('sends digits by INFO in the order in which they were pressed', async () => {
  phones({ dtmf: 'info' });
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  await Promise.all([alice.sendDtmf(id, '12'), alice.sendDtmf(id, '3#')]);
  const digits = said('alice', /^INFO/).map(({ text }) => /Signal=(.)/.exec(text)?.[1]);
  expect(digits.join('')).toBe('123#');
});

it('sends digits by INFO where the audio takes none', async () => {
  phones();
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  vi.spyOn(media.connections[0]!.getSenders()[0]!.dtmf!, 'canInsertDTMF', 'get').mockReturnValue(false);
  await alice.sendDtmf(id, '5');
  expect(said('alice', /^INFO/)).toHaveLength(1);
});

it('says so where digits may go in the audio alone, and the audio takes none', async () => {
  phones({ dtmf: 'rtp' });
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  vi.spyOn(media.connections[0]!.getSenders()[0]!.dtmf!, 'canInsertDTMF', 'get').mockReturnValue(false);
  await expect(alice.sendDtmf(id, '5')).rejects.toMatchObject({ code: 'not-supported' });
  expect(said('alice', /^INFO/)).toHaveLength(0);
});

it('says that sign-in does not work when the credentials cannot be fetched, and tries again', async () => {
  const fetched = vi.fn<() => Promise<{ username: string; password: string }>>();
  fetched.mockRejectedValueOnce(new Error('500')).mockRejectedValueOnce(new Error('500'));
  fetched.mockResolvedValue({ username: 'alice', password: 'alice' });
  phones({ credentials: fetched });
  // The next attempt may come at once and take the error away before anybody could look.
  const told = new Set<string | undefined>();
  alice.store.subscribe(({ lastError }) => told.add(lastError?.code));
  alice.connect();
  await vi.waitFor(() => expect(alice.store.getState().registration).toBe('registered'), 5_000);
  expect(told).toContain('transport-failed');
  expect(alice.store.getState().lastError).toBeNull();
});

it('ends a call whose credentials cannot be fetched', async () => {
  phones({ register: false, credentials: () => Promise.reject(new Error('500')) });
  await alice.call('bob');
  await ended(alice, 'failed');
  expect(alice.store.getState().lastError?.code).toBe('transport-failed');
});

it('tells that an INVITE which nobody heard was lost with the connection', async () => {
  phones();
  await register(alice, bob);
  lose('alice', 'sent', /^INVITE/);
  await alice.call('bob');
  await vi.waitFor(() => expect(media.connections).toHaveLength(1));
  await reach(alice, { state: 'trying', pending: null });
  await vi.waitFor(() => expect(said('alice', /^INVITE/)).not.toEqual([]));
  wire.cut('alice');
  await ended(alice, 'lost');
});

it('tells that the microphone of a call is gone, and no more once another has come', async () => {
  phones({}, { devices: [{ kind: 'audioinput', id: 'desk', label: 'Desk' }] } as FakeMediaOptions);
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  media.unplug('desk');
  await vi.waitFor(() =>
    expect(alice.store.getState().lastError).toMatchObject({ code: 'device-missing', callId: id }),
  );
  expect(only(alice).state).toBe('established');
  media.plug({ kind: 'audioinput', id: 'spare', label: 'Spare' } as Parameters<FakeMedia['plug']>[0]);
  await vi.waitFor(() => expect(alice.store.getState().lastError).toBeNull());
  expect(media.liveTracks()).toHaveLength(1);
});

it('hears the other side by a new track when it changes its own', async () => {
  phones();
  await register(alice, bob);
  const id = await talk(alice, bob, 'bob');
  const before = alice.media(id).remote;
  await bob.hold(only(bob).id);
  await bob.resume(only(bob).id);
  // The same track, announced again, is the same stream and the same player.
  expect(alice.media(id).remote).toBe(before);
  expect(media.playing).toHaveLength(1);
});

it('rings for a second call while the first is on hold', async () => {
  phones();
  const carol = wire.phone('carol');
  await register(alice, bob, carol);
  const id = await talk(alice, bob, 'bob');
  await alice.hold(id);
  await carol.call('alice');
  await vi.waitFor(() => expect(media.ringing).toBe(true));
  await carol.dispose();
});
