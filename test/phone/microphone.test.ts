import type { Phone, PhoneErrorCode } from '../../src/phone/index.js';
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

async function phones(options: FakeMediaOptions = {}) {
  wire = createWire();
  media = createFakeMedia(options);
  alice = wire.phone('alice', { media });
  bob = wire.phone('bob');
  await register(alice, bob);
}

afterEach(async () => {
  await Promise.all([alice.dispose(), bob.dispose()]);
  expect(media.liveTracks()).toEqual([]);
});

const invites = () => wire.messages.filter(({ user, text }) => user === 'alice' && text.startsWith('INVITE'));

const faults: [string, PhoneErrorCode][] = [
  ['NotAllowedError', 'permission-denied'],
  ['NotFoundError', 'device-missing'],
  ['NotReadableError', 'device-busy'],
  ['TypeError', 'media-failed'],
];

describe.each(faults)('when the microphone fails with %s', (name, code) => {
  it(`a call ends, tells ${code}, and sends nothing; the next one works`, async () => {
    await phones();
    media.failMicrophone(name);
    const id = await alice.call('bob');
    await ended(alice, 'failed');
    expect(alice.store.getState().lastError).toMatchObject({ code, callId: id });
    expect(invites()).toEqual([]);

    media.failMicrophone(undefined);
    alice.dismiss(id);
    await talk(alice, bob, 'bob');
    expect(alice.store.getState().lastError).toBeNull();
  });

  it('an answer is refused, the call goes on ringing and can be answered later', async () => {
    await phones();
    media.failMicrophone(name);
    await bob.call('alice');
    await reach(alice, { state: 'ringing' });
    const { id } = only(alice);
    await expect(alice.answer(id)).rejects.toMatchObject({ code });
    expect(only(alice)).toMatchObject({ state: 'ringing', pending: null });
    expect(alice.store.getState().lastError).toMatchObject({ code, callId: id });

    media.failMicrophone(undefined);
    await alice.answer(id);
    await reach(bob, { state: 'established' });
  });
});

it('gives up a prompt that nobody answers', async () => {
  await phones({ permission: 'prompt', promptLimit: 50 });
  await alice.call('bob');
  await ended(alice, 'failed');
  expect(alice.store.getState().lastError?.code).toBe('request-pending');
  media.allow();
  expect(media.liveTracks()).toEqual([]);
});

it('lets a call be given up while the prompt is open, and stops what is granted later', async () => {
  await phones({ permission: 'prompt' });
  const id = await alice.call('bob');
  await vi.waitFor(() => expect(media.requests).toBe(1));
  expect(only(alice)).toMatchObject({ state: 'trying', pending: 'microphone' });
  await alice.hangup(id);
  await ended(alice, 'cancelled');
  media.allow();
  expect(media.liveTracks()).toEqual([]);
  expect(invites()).toEqual([]);
  expect(alice.store.getState().lastError).toBeNull();
});

it('stops ringing when the caller gives up while the prompt of the answer is open', async () => {
  await phones({ permission: 'prompt' });
  const id = await bob.call('alice');
  await reach(alice, { state: 'ringing' });
  const answered = alice.answer(only(alice).id);
  await reach(alice, { pending: 'microphone' });
  await bob.hangup(id);
  await answered;
  await ended(alice, 'cancelled');
  expect(alice.store.getState().lastError).toBeNull();
});

it('rings until answered, and plays the tone of ringing to the caller', async () => {
  await phones();
  await alice.call('bob');
  await vi.waitFor(() => expect(media.ringingBack).toBe(true));
  await bob.answer(only(bob).id);
  await reach(alice, { state: 'established' });
  expect(media.ringingBack).toBe(false);
  await alice.hangup(only(alice).id);
  alice.dismiss(only(alice).id);
  bob.dismiss(only(bob).id);

  await bob.call('alice');
  await vi.waitFor(() => expect(media.ringing).toBe(true));
  await alice.decline(only(alice).id);
  expect(media.ringing).toBe(false);
});

it('moves a call to another microphone, still muted, when its own is unplugged', async () => {
  await phones({
    microphones: [
      { id: 'desk', label: 'Desk' },
      { id: 'headset', label: 'Headset' },
    ],
  } as FakeMediaOptions);
  await alice.chooseDevice('microphone', 'headset');
  const id = await talk(alice, bob, 'bob');
  await alice.mute(id);
  media.unplug('headset');
  await vi.waitFor(() => {
    const [track] = media.liveTracks();
    expect(media.connections[0]?.getSenders()[0]?.track).toBe(track);
    expect(track).toMatchObject({ enabled: false, readyState: 'live' });
  });
  await alice.unmute(id);
  expect(media.liveTracks()[0]?.enabled).toBe(true);
});

it('is silent for whoever is on hold, muted or not, and hears nothing of them', async () => {
  await phones();
  const id = await talk(alice, bob, 'bob');
  await alice.hold(id);
  expect(media.liveTracks()[0]?.enabled).toBe(false);
  expect(media.playing[0]?.muted).toBe(true);
  await alice.mute(id);
  await alice.resume(id);
  expect(media.liveTracks()[0]?.enabled).toBe(false);
  await alice.unmute(id);
  expect(media.liveTracks()[0]?.enabled).toBe(true);
  expect(media.playing[0]?.muted).toBe(false);
});
