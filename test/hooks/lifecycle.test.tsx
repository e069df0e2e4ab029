import { act, cleanup, render, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { PhoneProvider, useStatus } from '../../src/hooks/index.js';
import type { Phone } from '../../src/phone/index.js';
import { createWire, type Wire } from '../../src/testing/index.js';
import { only, reach, register, talk } from '../support/calls.js';

let wire: Wire;
let alice: Phone;
let sockets: number;

beforeEach(() => {
  wire = createWire();
  sockets = 0;
  alice = wire.phone('alice', {
    socket: (url, protocols) => {
      sockets += 1;
      return wire.socket(url, protocols);
    },
  });
});

afterEach(() => {
  cleanup();
  return alice.dispose();
});

/** As React wants it: updates that are waited for are expected. */
const eventually = (expectation: () => void) => waitFor(expectation, { timeout: 8_000 });

const Status = () => <p>{useStatus()}</p>;
const transport = () => alice.store.getState().transport;
const registers = () => wire.messages.filter(({ text }) => text.startsWith('REGISTER'));

it('has one connection and one registration under StrictMode', async () => {
  const view = render(
    <StrictMode>
      <PhoneProvider phone={alice}>
        <Status />
      </PhoneProvider>
    </StrictMode>,
  );
  await view.findByText('ready');
  expect(sockets).toBe(1);
  // One, and one more with the digest.
  expect(registers()).toHaveLength(2);
  expect(wire.exchange.contacts('alice')).toHaveLength(1);
});

it('is disconnected when it was unmounted while it connected', async () => {
  // Awaited, not looked for: it is connected a moment later.
  const connecting = new Promise<void>((resolve) => {
    alice.store.subscribe(({ transport }) => transport === 'connecting' && resolve());
  });
  const view = render(
    <PhoneProvider phone={alice}>
      <Status />
    </PhoneProvider>,
  );
  await act(() => connecting);
  expect(transport()).toBe('connecting');
  view.unmount();
  await eventually(() => expect(transport()).toBe('disconnected'));
  expect(wire.exchange.contacts('alice')).toEqual([]);
});

it('keeps a call when its provider is unmounted, and lets go after the call', async () => {
  const bob = wire.phone('bob');
  await register(bob);
  const view = render(<PhoneProvider phone={alice} />);
  await eventually(() => expect(alice.store.getState().registration).toBe('registered'));
  const id = await talk(alice, bob, 'bob');
  view.unmount();
  await bob.hold(only(bob).id);
  await reach(alice, { state: 'established', hold: 'remote' });
  expect(transport()).toBe('connected');

  await alice.hangup(id);
  await reach(bob, { state: 'terminated', endReason: { cause: 'normal' } });
  await eventually(() => expect(transport()).toBe('disconnected'));
  await bob.dispose();
});

it('is one phone for two providers, and stays while one is left', async () => {
  const one = render(<PhoneProvider phone={alice} />);
  const other = render(
    <PhoneProvider phone={alice}>
      <Status />
    </PhoneProvider>,
  );
  await other.findByText('ready');
  one.unmount();
  expect(sockets).toBe(1);
  const bob = wire.phone('bob');
  await register(bob);
  await talk(bob, alice, 'alice');
  expect(transport()).toBe('connected');
  await bob.dispose();
});

it('connects again after it was let go', async () => {
  const first = alice.connect();
  await eventually(() => expect(alice.store.getState().registration).toBe('registered'));
  first();
  await eventually(() => expect(transport()).toBe('disconnected'));
  expect(wire.exchange.contacts('alice')).toEqual([]);
  alice.connect();
  await eventually(() => expect(alice.store.getState().registration).toBe('registered'));
});
