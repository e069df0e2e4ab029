import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Phone, type PhoneErrorCode, PhoneProvider, Softphone } from '../../src/index.js';
import { en } from '../../src/locales/en.js';
import {
  createFakeMedia,
  createWire,
  type FakeMedia,
  type FakeMediaOptions,
  type Wire,
} from '../../src/testing/index.js';
import { only, reach, register } from '../support/calls.js';

let wire: Wire;
let media: FakeMedia;
let alice: Phone;
let bob: Phone;

/** Alice at a softphone, and Bob who can be called. */
async function sit({
  down = false,
  password = 'alice',
  ...options
}: FakeMediaOptions & { down?: boolean; password?: string } = {}) {
  // Real phones change their state whenever the other end says something.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  wire = createWire();
  media = createFakeMedia(options);
  alice = wire.phone('alice', { media, credentials: { username: 'alice', password } });
  bob = wire.phone('bob');
  await register(bob);
  if (down) wire.down();
  render(
    <PhoneProvider phone={alice}>
      <Softphone />
    </PhoneProvider>,
  );
}

afterEach(async () => {
  await Promise.all([alice.dispose(), bob.dispose()]);
  expect(media.liveTracks()).toEqual([]);
});

const statuses = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
const isTold = (words: string) =>
  waitFor(() => expect(statuses()).toContainEqual(expect.stringContaining(words)));
const isWarned = (code: PhoneErrorCode) =>
  waitFor(() => {
    const { what, next } = en.errors[code];
    expect(screen.getByRole('alert')).toHaveTextContent(`${what}${next}`);
  });
const isNotWarned = () => waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
const number = () => screen.getByRole('textbox', { name: 'Number or address' });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

async function dial(target: string) {
  await userEvent.clear(number());
  await userEvent.type(number(), `${target}{Enter}`);
}

/** The call has ended, for the reason that its region says, and the microphone is closed. */
async function isOver(reason: string) {
  const region = within(await screen.findByRole('region', { name: /^Call with/ }));
  await waitFor(() => expect(region.getByRole('status')).toHaveTextContent(reason));
  expect(region.queryByRole('button', { name: 'Hang up' })).toBeNull();
  expect(only(alice)).toMatchObject({ state: 'terminated', pending: null });
  expect(media.liveTracks()).toEqual([]);
}

async function nextCallWorks() {
  if (screen.queryByRole('region', { name: /^Call with/ })) await press('Dismiss');
  for (const { id } of bob.store.getState().calls) bob.dismiss(id);
  await dial('bob');
  await reach(bob, { state: 'ringing' });
  await bob.answer(only(bob).id);
  await screen.findByRole('timer');
  await isTold('Connected');
  await isNotWarned();
  await press('Hang up');
  await isOver('Call ended');
}

describe('a person is told', () => {
  it.each<[string, string, PhoneErrorCode]>([
    ['is refused', 'NotAllowedError', 'permission-denied'],
    ['is not there', 'NotFoundError', 'device-missing'],
    ['is in use', 'NotReadableError', 'device-busy'],
  ])('that the microphone %s', async (_, name, code) => {
    await sit({ microphoneError: name });
    await isTold('Ready');
    await dial('bob');
    await isWarned(code);
    await isOver('Call failed');
    media.failMicrophone(undefined);
    await nextCallWorks();
  });

  it('that the browser still asks, when nobody answers its question', async () => {
    await sit({ permission: 'prompt', promptLimit: 300 });
    await isTold('Ready');
    await dial('bob');
    await isTold('Waiting for the microphone…');
    await isWarned('request-pending');
    await isOver('Call failed');
    media.allow();
    await nextCallWorks();
  });

  it('of nothing but the end, when the call is given up while the browser asks', async () => {
    await sit({ permission: 'prompt' });
    await isTold('Ready');
    await dial('bob');
    await isTold('Waiting for the microphone…');
    await press('Hang up');
    await isOver('Cancelled');
    media.allow();
    expect(media.liveTracks()).toEqual([]);
    await nextCallWorks();
  });

  it.each([
    ['is busy', 'busy', 'Busy'],
    ['is away', 'away', 'Unavailable'],
    ['is unknown', 'mallory', 'Not found'],
  ])('that whom they call %s', async (_, target, reason) => {
    await sit();
    await isTold('Ready');
    await dial(target);
    await isOver(reason);
    await isNotWarned();
    await nextCallWorks();
  });

  it('that whom they call declines', async () => {
    await sit();
    await isTold('Ready');
    await dial('bob');
    await reach(bob, { state: 'ringing' });
    await isTold('Ringing…');
    await bob.decline(only(bob).id);
    await isOver('Declined');
    await nextCallWorks();
  });

  it('that the server is absent', async () => {
    await sit({ down: true });
    await isTold('Reconnecting');
    await isWarned('transport-failed');
    await dial('bob');
    await isOver('Call failed');
    wire.up();
    await isTold('Ready');
    await isNotWarned();
    await register(bob);
    await nextCallWorks();
  });

  it('that the server is gone', async () => {
    await sit();
    await isTold('Ready');
    wire.down();
    await isTold('Reconnecting');
    wire.up();
    await isTold('Ready');
    await register(bob);
    await nextCallWorks();
  });

  it('that the password is wrong', async () => {
    await sit({ password: 'wrong' });
    await isTold('Sign-in failed');
    await isWarned('registration-rejected');
  });

  it('that this cannot be called', async () => {
    await sit();
    await isTold('Ready');
    await dial('bo b?');
    await isWarned('target-invalid');
    expect(number()).toHaveValue('bo b?');
    expect(alice.store.getState().calls).toEqual([]);
    await nextCallWorks();
  });
});
