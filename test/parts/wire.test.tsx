import { type ByRoleOptions, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { PhoneProvider, useIncomingCalls } from '../../src/hooks/index.js';
import { CallParts, DialerParts, IncomingCallParts, PhoneParts } from '../../src/parts/index.js';
import { createWire } from '../../src/testing/index.js';

const Toasts = () =>
  useIncomingCalls().map((id) => (
    <IncomingCallParts.Root key={id} callId={id} aria-label="Incoming call">
      <IncomingCallParts.Name />
      <IncomingCallParts.Answer>Answer</IncomingCallParts.Answer>
      <IncomingCallParts.Decline>Decline</IncomingCallParts.Decline>
    </IncomingCallParts.Root>
  ));

const Desk = ({ name }: { name: string }) => (
  <PhoneParts.Root aria-label={name}>
    <PhoneParts.Status />
    <PhoneParts.Alert />
    <DialerParts.Root>
      <DialerParts.Input aria-label="Number or address" />
      <DialerParts.Call>Call</DialerParts.Call>
    </DialerParts.Root>
    <Toasts />
    <CallParts.Root aria-label="Call">
      <CallParts.Name />
      <CallParts.Timer />
      <CallParts.Mute>Mute</CallParts.Mute>
      <CallParts.Hold>Hold</CallParts.Hold>
      <CallParts.Hangup>Hang up</CallParts.Hangup>
      <CallParts.Again>Call again</CallParts.Again>
      <CallParts.Dismiss>Dismiss</CallParts.Dismiss>
    </CallParts.Root>
  </PhoneParts.Root>
);

/** Lets React work outside of `act`, as it does on a page. */
const eventually = <T,>(expectation: () => T) => waitFor(expectation, { timeout: 8_000 });

/** What a person at one of the phones sees and presses, by role and name. */
function personAt(name: string) {
  const desk = within(screen.getByRole('region', { name }));
  const sees = (role: string, attributes: Record<string, string> = {}, options: ByRoleOptions = {}) =>
    eventually(() => {
      const node = desk.getByRole(role, options);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(node).toHaveAttribute(attribute, value);
      }
    });
  return {
    sees,
    seesCall: (attributes: Record<string, string>) => sees('region', attributes, { name: 'Call' }),
    seesPressed: (name: string, pressed: boolean) => sees('button', {}, { name, pressed }),
    seesNo: (role: string) => eventually(() => expect(desk.queryByRole(role)).toBeNull()),
    seesNoCall: () => eventually(() => expect(desk.queryByRole('region', { name: 'Call' })).toBeNull()),
    types: (text: string) => userEvent.type(desk.getByRole('textbox'), text),
    presses: (button: string) =>
      eventually(() => expect(desk.getByRole('button', { name: button })).toBeEnabled()).then(() =>
        userEvent.click(desk.getByRole('button', { name: button })),
      ),
  };
}

async function setUp() {
  const wire = createWire();
  const view = render(
    <StrictMode>
      <PhoneProvider phone={wire.phone('alice')}>
        <Desk name="Alice" />
      </PhoneProvider>
      <PhoneProvider phone={wire.phone('bob')}>
        <Desk name="Bob" />
      </PhoneProvider>
    </StrictMode>,
  );
  const [alice, bob] = [personAt('Alice'), personAt('Bob')];
  for (const person of [alice, bob]) await person.sees('status', { 'data-status': 'ready' });
  return { wire, view, alice, bob };
}

async function talking() {
  const desks = await setUp();
  await desks.alice.types('bob{Enter}');
  await desks.bob.sees('alertdialog');
  await desks.bob.presses('Answer');
  for (const person of [desks.alice, desks.bob]) {
    await person.seesCall({ 'data-state': 'established' });
  }
  return desks;
}

describe('two people at phones on one wire', () => {
  it('call, answer, mute, hold, resume and hang up', async () => {
    const { alice, bob } = await talking();
    await bob.seesNo('alertdialog');
    await alice.sees('timer');

    await alice.presses('Mute');
    await alice.seesPressed('Mute', true);

    await alice.presses('Hold');
    await alice.seesPressed('Hold', true);
    await bob.seesCall({ 'data-hold': 'remote' });
    await alice.presses('Hold');
    await alice.seesPressed('Hold', false);
    await bob.seesCall({ 'data-hold': 'none' });
    await alice.seesPressed('Mute', true);

    await bob.presses('Hang up');
    for (const person of [alice, bob]) {
      await person.seesCall({ 'data-state': 'terminated', 'data-cause': 'normal' });
      await person.presses('Dismiss');
      await person.seesNoCall();
    }
  });

  it('try again after one declined', async () => {
    const { alice, bob } = await setUp();
    await alice.types('bob{Enter}');
    await bob.sees('alertdialog');
    await bob.presses('Decline');
    await alice.seesCall({ 'data-state': 'terminated', 'data-cause': 'declined' });
    await alice.presses('Call again');
    await bob.sees('alertdialog');
    await alice.presses('Hang up');
    await bob.seesNo('alertdialog');
    await alice.seesCall({ 'data-cause': 'cancelled' });
  });

  it('are told what cannot be called, and call what was mended', async () => {
    const { alice, bob } = await setUp();
    await alice.types('bo b?{Enter}');
    await alice.sees('alert', { 'data-code': 'target-invalid' });
    await alice.types('{Backspace}{Backspace}{Backspace}b{Enter}');
    await alice.seesNo('alert');
    await bob.sees('alertdialog');
    await alice.presses('Hang up');
    await bob.seesNo('alertdialog');
  });

  it('are told when the server goes, and are ready again when it is back', async () => {
    const { wire, alice, bob } = await setUp();
    wire.down();
    for (const person of [alice, bob]) await person.sees('status', { 'data-status': 'reconnecting' });
    wire.up();
    for (const person of [alice, bob]) await person.sees('status', { 'data-status': 'ready' });
  });

  it('register once each under StrictMode, and leave when the page lets go', async () => {
    const { wire, view } = await setUp();
    const opened = new Set(wire.messages.map(({ text }) => /^Call-ID: (.+)$/im.exec(text)?.[1]));
    expect(opened.size).toBe(2);
    view.unmount();
    await eventually(() => expect(wire.exchange.contacts('alice')).toEqual([]));
  });
});
