import type { Meta, StoryObj } from '@storybook/react-vite';
import { configure, expect, waitFor, within } from 'storybook/test';
import { type Phone, PhoneProvider, Softphone } from '../src/index.js';
import { createWire } from '../src/testing/index.js';

const patient = { timeout: 10_000 };

/** Two phones that really call each other: real SIP and real WebRTC, over a wire in memory. No server is needed. */
function TwoPhones({ alice, bob }: { alice: Phone; bob: Phone }) {
  return (
    <div className="story-pair">
      <PhoneProvider phone={alice}>
        <Softphone aria-label="Alice" />
      </PhoneProvider>
      <PhoneProvider phone={bob}>
        <Softphone aria-label="Bob" />
      </PhoneProvider>
    </div>
  );
}

function makePhones() {
  const wire = createWire({
    accounts: {
      alice: { password: 'alice', displayName: 'Alice' },
      bob: { password: 'bob', displayName: 'Bob' },
    },
  });
  return { alice: wire.phone('alice'), bob: wire.phone('bob') };
}

const meta: Meta = {
  title: 'Live',
  parameters: { width: 720 },
  loaders: makePhones,
  beforeEach: async ({ loaded: { alice, bob } }) => {
    // Real phones change their state whenever the other end says something: React's `act` cannot wrap that.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    configure({ eventWrapper: (dispatch) => dispatch() });
    for (const phone of [alice, bob]) phone.connect();
    for (const phone of [alice, bob]) {
      await waitFor(() => expect(phone.store.getState().registration).toBe('registered'), patient);
    }
    return async () => {
      for (const phone of [alice, bob]) await phone.dispose();
    };
  },
  render: (_args, { loaded: { alice, bob } }) => <TwoPhones alice={alice} bob={bob} />,
};
export default meta;

export const AliceAndBob: StoryObj = {
  play: async ({ canvas, userEvent, step }) => {
    const alice = within(await canvas.findByRole('region', { name: 'Alice' }, patient));
    const bob = within(await canvas.findByRole('region', { name: 'Bob' }, patient));
    const button = (phone: typeof alice, name: string) => phone.findByRole('button', { name }, patient);

    await step('both sign in', async () => {
      await alice.findByText('Ready', {}, patient);
      await bob.findByText('Ready', {}, patient);
    });
    await step('Alice calls Bob', async () => {
      await userEvent.type(alice.getByRole('textbox', { name: 'Number or address' }), 'bob{Enter}');
      const toast = await bob.findByRole('alertdialog', { name: 'Incoming call' }, patient);
      await expect(toast).toHaveAccessibleDescription('Alice');
      await alice.findByText('Ringing…', {}, patient);
    });
    await step('Bob answers and both are connected', async () => {
      await userEvent.click(await button(bob, 'Answer'));
      for (const phone of [alice, bob]) await phone.findByRole('timer', {}, patient);
    });
    await step('Bob puts the call on hold and takes it off again', async () => {
      await userEvent.click(await button(bob, 'Hold'));
      await bob.findByText('You put this call on hold', {}, patient);
      await alice.findByText('They put you on hold', {}, patient);
      await userEvent.click(await button(bob, 'Hold'));
      await waitFor(() => expect(alice.queryByText('They put you on hold')).toBeNull(), patient);
    });
    await step('Alice hangs up, and both are told', async () => {
      await userEvent.click(await button(alice, 'Hang up'));
      for (const phone of [alice, bob]) await phone.findByText('Call ended', {}, patient);
    });
    await step('both are ready for the next call', async () => {
      for (const phone of [alice, bob]) await userEvent.click(await button(phone, 'Dismiss'));
      for (const phone of [alice, bob]) await expect(await button(phone, 'Call')).toBeVisible();
    });
  },
};
