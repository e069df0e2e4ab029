import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Phone, PhoneProvider, Softphone } from '../../src/index.js';
import { createFakeMedia, createWire, type FakeMedia, type Wire } from '../../src/testing/index.js';
import { reach, register, talk } from '../support/calls.js';

let wire: Wire;
let media: FakeMedia;
let phones: Phone[];
const first = () => phones[0]!.store.getState().calls[0];
const answer = async () => userEvent.click(await screen.findByRole('button', { name: 'Answer' }));

/** Alice talks to Bob, and Carol rings. */
beforeEach(async () => {
  // Real phones change their state whenever the other end says something.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  wire = createWire();
  media = createFakeMedia();
  const [alice, bob, carol] = [wire.phone('alice', { media }), wire.phone('bob'), wire.phone('carol')];
  phones = [alice, bob, carol];
  await register(...phones);
  await talk(alice, bob, 'bob');
  await carol.call('alice');
  await reach(carol, { state: 'ringing' });
  render(
    <PhoneProvider phone={alice}>
      <Softphone />
    </PhoneProvider>,
  );
});

afterEach(() => Promise.all(phones.map((phone) => phone.dispose())));

it('is answered when the first party is on hold', async () => {
  await answer();
  await reach(phones[2]!, { state: 'established' });
  await reach(phones[1]!, { hold: 'remote' });
  expect(first()).toMatchObject({ hold: 'local', muted: false });
});

it('is answered when the first party, who says nothing to being held, is muted', async () => {
  wire.onMessage = ({ user, text }) => (user === 'bob' && text.startsWith('INVITE') ? null : text);
  await answer();
  await reach(phones[2]!, { state: 'established' });
  expect(first()).toMatchObject({ hold: 'none', muted: true });
});

it('leaves the first party as they were when it cannot be answered', async () => {
  media.failMicrophone('NotReadableError');
  await answer();
  await screen.findByRole('alert');
  await reach(phones[1]!, { hold: 'none' });
  await waitFor(() => expect(first()).toMatchObject({ hold: 'none', pending: null, muted: false }));
  await reach(phones[2]!, { state: 'ringing' });
});

it('is put on hold when the first party is taken off it, and the other way round', async () => {
  await answer();
  await reach(phones[2]!, { state: 'established' });
  const show = (name: string) => userEvent.click(screen.getByRole('button', { name: new RegExp(name, 'i') }));
  const hold = () => userEvent.click(screen.getByRole('button', { name: 'Hold' }));
  const holds = () => phones[0]!.store.getState().calls.map((call) => call.hold);
  await show('Bob');
  await hold();
  await waitFor(() => expect(holds()).toEqual(['none', 'local']));
  await reach(phones[1]!, { hold: 'none' });
  await reach(phones[2]!, { hold: 'remote' });
  await show('Carol');
  await hold();
  await waitFor(() => expect(holds()).toEqual(['local', 'none']));
});
