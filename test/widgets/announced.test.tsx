import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallPanel, type Phone, PhoneProvider, Softphone } from '../../src/index.js';
import { createFakeMedia, createWire, type FakeMedia, type Wire } from '../../src/testing/index.js';
import { only, reach, register } from '../support/calls.js';
import { listen } from '../support/heard.js';

let wire: Wire;
let media: FakeMedia;
let phones: Phone[];
let ears: ReturnType<typeof listen>;
const [alice, bob, carol] = [0, 1, 2].map((place) => () => phones[place]!) as [
  () => Phone,
  () => Phone,
  () => Phone,
];

/** Alice sits at a softphone, with a panel of the same phone beside it; Bob and Carol can be called. */
beforeEach(async () => {
  // Real phones change their state whenever the other end says something.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  wire = createWire();
  media = createFakeMedia({
    devices: [
      { kind: 'audioinput', id: 'laptop', label: 'Laptop' },
      { kind: 'audiooutput', id: 'laptop', label: 'Laptop' },
    ],
  });
  phones = [wire.phone('alice', { media }), wire.phone('bob'), wire.phone('carol')];
  await register(...phones);
  ears = listen();
  const { container } = render(
    <PhoneProvider phone={alice()}>
      <Softphone />
      <CallPanel />
    </PhoneProvider>,
  );
  await vi.waitFor(() => expect(container.querySelector('[aria-live=polite]')).toBeInTheDocument());
});

afterEach(async () => {
  ears.stop();
  await Promise.all(phones.map((phone) => phone.dispose()));
});

const hear = (...all: string[]) => vi.waitFor(() => expect(ears.heard).toEqual(all));
const press = async (name: string) => userEvent.click((await screen.findAllByRole('button', { name }))[0]!);

const CAROL_RINGS = '!Incoming call from Carol. Press F8 to go to it.';
const DIALLED = ['Call with bob: Calling…', 'Call with bob: Ringing…', 'Call with bob: Connected'];

async function callBob() {
  await userEvent.type(screen.getByRole('textbox', { name: 'Number or address' }), 'bob{Enter}');
  await reach(bob(), { state: 'ringing' });
  await hear(...DIALLED.slice(0, 2));
  await bob().answer(only(bob()).id);
  await hear(...DIALLED);
}

describe('who listens hears, in order and once,', () => {
  it('a whole call', async () => {
    await callBob();
    await press('Hold');
    const held = [...DIALLED, 'Call with bob: You put this call on hold'];
    await hear(...held);
    await press('Hold');
    await hear(...held, 'Call with bob: Connected');
    await bob().hangup(only(bob()).id);
    await hear(...held, 'Call with bob: Connected', 'Call with bob: Call ended');
  });

  it('a whole call from somebody else', async () => {
    const id = await carol().call('alice');
    await hear(CAROL_RINGS);
    await press('Answer');
    await reach(carol(), { state: 'established' });
    await hear(CAROL_RINGS, 'Call with Carol: Connected');
    await carol().hold(id);
    const held = [CAROL_RINGS, 'Call with Carol: Connected', 'Call with Carol: They put you on hold'];
    await hear(...held);
    await carol().resume(id);
    await hear(...held, 'Call with Carol: Connected');
    await carol().hangup(id);
    await hear(...held, 'Call with Carol: Connected', 'Call with Carol: Call ended');
  });

  it('a second call that comes in between', async () => {
    await callBob();
    await carol().call('alice');
    const rings = [...DIALLED, CAROL_RINGS];
    await hear(...rings);
    await press('Answer');
    const both = [...rings, 'Call with bob: You put this call on hold', 'Call with Carol: Connected'];
    await hear(...both);
    await carol().hangup(only(carol()).id);
    await hear(...both, 'Call with Carol: Call ended');
  });

  it('a call that is missed', async () => {
    const id = await carol().call('alice');
    await hear(CAROL_RINGS);
    await carol().hangup(id);
    await hear(CAROL_RINGS, 'Call with Carol: Missed call – They hung up before you answered.');
  });

  it('a headset that comes and goes during a call', async () => {
    await callBob();
    await vi.waitFor(() => expect(alice().store.getState().devices.microphones).not.toEqual([]));
    media.plug({ kind: 'audioinput', id: 'usb', label: 'Headset' });
    const plugged = [...DIALLED, 'Headset is connected.'];
    await hear(...plugged);
    await alice().chooseDevice('microphone', 'usb');
    media.unplug('usb');
    await hear(...plugged, '!Headset is no longer connected.');
  });
});
