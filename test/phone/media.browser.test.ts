import type { CallId, Phone } from '../../src/phone/index.js';
import { createWire } from '../../src/testing/index.js';
import { only, register, talk } from '../support/calls.js';

let alice: Phone;
let bob: Phone;
let id: CallId;

beforeEach(async () => {
  const wire = createWire();
  alice = wire.phone('alice');
  bob = wire.phone('bob');
  await register(alice, bob);
  id = await talk(alice, bob, 'bob');
});

afterEach(() => Promise.all([alice.dispose(), bob.dispose()]));

/** An `<audio>` of the page itself. */
function ownAudio(): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.dataset.own = '';
  document.body.append(audio);
  onTestFinished(() => audio.remove());
  return audio;
}

const remote = () => alice.media(id).remote;
/** The phone's own players of what Alice hears. */
const players = () =>
  [...document.querySelectorAll<HTMLAudioElement>('audio:not([data-own])')].filter(
    ({ srcObject }) => srcObject === remote(),
  );

const plays = (audio: HTMLAudioElement | undefined) =>
  vi.waitFor(() => {
    expect(audio).toMatchObject({ paused: false, muted: false });
    expect(audio?.srcObject).toBe(remote());
    expect(audio?.currentTime).toBeGreaterThan(0);
  });

it('plays the other side in an own element, and in the player of the phone again afterwards', async () => {
  await plays(players()[0]);
  const own = ownAudio();
  const undo = alice.attach(own, id);
  await plays(own);
  expect(players()).toEqual([]);

  undo();
  expect(own.srcObject).toBeNull();
  await plays(players()[0]);
  expect(players()).toHaveLength(1);
  undo();
  expect(players()).toHaveLength(1);
});

it('plays in the element that was attached last, whatever the first one undoes', async () => {
  const [first, second] = [ownAudio(), ownAudio()];
  const undo = alice.attach(first, id);
  alice.attach(second, id);
  expect(first.srcObject).toBeNull();
  undo();
  await plays(second);
  expect(players()).toEqual([]);
});

it('silences an own element while on hold, and lets it go with the call', async () => {
  const own = ownAudio();
  alice.attach(own, id);
  await alice.hold(id);
  expect(own.muted).toBe(true);
  await alice.resume(id);
  expect(own.muted).toBe(false);
  await alice.hangup(id);
  expect(own).toMatchObject({ srcObject: null, paused: true });
});

it('gives both streams of a call, and none when it has ended', async () => {
  const { local, remote } = alice.media(id);
  for (const stream of [local, remote]) {
    expect(stream?.getTracks()).toMatchObject([{ kind: 'audio', readyState: 'live' }]);
  }
  expect(local?.getTracks()[0]).not.toBe(remote?.getTracks()[0]);
  await bob.hangup(only(bob).id);
  await vi.waitFor(() => expect(only(alice).state).toBe('terminated'));
  expect(alice.media(id)).toEqual({ local: null, remote: null });
  expect(local?.getTracks()).toMatchObject([{ readyState: 'ended' }]);
});
