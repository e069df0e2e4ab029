import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, version } from 'react';
import { type CallEvents, type Phone, PhoneProvider, useCallEvents, usePhone } from '../../src/index.js';
import { CallParts, DialerParts } from '../../src/parts/index.js';
import { createWire } from '../../src/testing/index.js';
import { ended, only, reach, register } from '../support/calls.js';
import { catchUncaught } from '../support/uncaught.js';

/** Where a page has its own code in a call. */
const PLACES = [
  'onValueChange',
  'onSubmit',
  'onClick of Call',
  'onClick of Mute',
  'onKeyDown',
  'onClick of Hangup',
  'onClick of Dismiss',
  'onCallPlaced',
  'onCallAnswered',
  'onCallEnded',
  'a subscriber of the store',
] as const;
type Place = (typeof PLACES)[number];

/** A page that does something of its own wherever it can. */
function Page({ at }: { at: (place: Place) => () => void }) {
  const { store } = usePhone();
  useCallEvents({
    onCallPlaced: at('onCallPlaced'),
    onCallAnswered: at('onCallAnswered'),
    onCallEnded: at('onCallEnded'),
  } satisfies CallEvents);
  useEffect(() => store.subscribe(at('a subscriber of the store')), [store, at]);
  return (
    <>
      <DialerParts.Root onValueChange={at('onValueChange')} onSubmit={at('onSubmit')}>
        <DialerParts.Input aria-label="Number" />
        <DialerParts.Call onClick={at('onClick of Call')}>Call</DialerParts.Call>
      </DialerParts.Root>
      <CallParts.Root aria-label="The call" onKeyDown={at('onKeyDown')}>
        <CallParts.Sent data-testid="sent" />
        <CallParts.Mute onClick={at('onClick of Mute')}>Mute</CallParts.Mute>
        <CallParts.Hangup onClick={at('onClick of Hangup')}>Hang up</CallParts.Hangup>
        <CallParts.Dismiss onClick={at('onClick of Dismiss')}>Dismiss</CallParts.Dismiss>
      </CallParts.Root>
    </>
  );
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

/** From the number to the end, as a person does it. */
async function callBob(alice: Phone, bob: Phone) {
  await userEvent.type(screen.getByRole('textbox'), 'bob');
  await press('Call');
  await reach(bob, { state: 'ringing' });
  await bob.answer(only(bob).id);
  await reach(alice, { state: 'established' });
  await press('Mute');
  await reach(alice, { muted: true });
  await userEvent.keyboard('5');
  expect(await screen.findByTestId('sent')).toHaveTextContent('5');
  await press('Hang up');
  await Promise.all([ended(alice, 'normal'), ended(bob, 'normal')]);
  await press('Dismiss');
  await vi.waitFor(() => expect(screen.queryByRole('region')).toBeNull());
}

describe('a page that makes a mistake', () => {
  it.each(PLACES)('harms no call, and is told once: %s', async (place) => {
    // Real phones change their state whenever the other end says something.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    const mistake = new Error(`a mistake in ${place}`);
    const amiss = vi.fn().mockImplementationOnce(() => {
      throw mistake;
    });
    const caught = catchUncaught();
    const wire = createWire();
    const [alice, bob] = [wire.phone('alice'), wire.phone('bob')];
    render(
      <PhoneProvider phone={alice}>
        <Page at={(other) => (other === place ? amiss : () => {})} />
      </PhoneProvider>,
    );
    await register(alice, bob);

    await callBob(alice, bob);
    expect(amiss).toHaveBeenCalled();
    // In development React 18 reports each error of a handler twice.
    expect(version.startsWith('18') ? [...new Set(caught)] : caught).toEqual([mistake]);
    await Promise.all([alice.dispose(), bob.dispose()]);
  });
});
