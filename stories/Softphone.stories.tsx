import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { PhoneProvider, Softphone } from '../src/index.js';
import { fakeCall, fakePhone } from '../src/testing/fakePhone.js';
import { recent } from './records.js';
import { ada, grace, headset, hedy, over, party, ringing, talking } from './samples.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof Softphone> = { component: Softphone, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof Softphone>;

export const Idle: Story = {};

/** Two calls were missed since the history was looked at. */
export const Missed: Story = {
  parameters: { phone: { history: recent } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('tab', { name: /^Recents/ })).toHaveAccessibleDescription('2 missed calls');
  },
};

export const Recents: Story = {
  parameters: { phone: { history: recent } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('tab', { name: /^Recents/ }));
    await canvas.findByRole('button', { name: 'Call Ada Lovelace' });
  },
};

export const NoRecents: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('tab', { name: 'Recents' }));
    await expect(canvas.getByText('No calls yet.')).toBeVisible();
  },
};

export const NarrowRecents: Story = { ...Recents, parameters: { width: 272, phone: { history: recent } } };

export const WideRecents: Story = { ...Recents, parameters: { width: 720, phone: { history: recent } } };

export const Dialled: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Number or address' }), '+44 20 7946 0018');
  },
};

export const Connecting: Story = {
  parameters: { phone: { transport: 'connecting', registration: 'unregistered' } },
};

export const Reconnecting: Story = {
  parameters: {
    phone: {
      transport: 'reconnecting',
      registration: 'unregistered',
      attempt: 3,
      lastError: { code: 'transport-failed', callId: null, at: 0 },
    },
  },
};

export const SignInFailed: Story = {
  parameters: {
    phone: {
      registration: 'rejected',
      lastError: { code: 'registration-rejected', callId: null, at: 0 },
    },
  },
};

export const Offline: Story = { parameters: { phone: { transport: 'disconnected', registration: 'off' } } };

export const Incoming: Story = {
  parameters: { phone: { calls: [ringing()] } },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('textbox')).toBeNull();
    const covered = canvas.getByRole('textbox', { hidden: true });
    covered.focus();
    await expect(covered).not.toHaveFocus();
  },
};

export const WideIncoming: Story = { parameters: { width: 720, phone: { calls: [ringing()] } } };

export const IncomingWithoutSound: Story = {
  parameters: { phone: { calls: [ringing()], sound: 'blocked' } },
};

const quiet = fakePhone();

/** What is being typed stays in sight, and the focus stays where it is, from before the first digit. */
export const IncomingWhileTyping: Story = {
  render: () => (
    <PhoneProvider phone={quiet}>
      <Softphone />
    </PhoneProvider>
  ),
  beforeEach: () => quiet.store.setState({ calls: [] }),
  play: async ({ canvas, userEvent }) => {
    const input = canvas.getByRole('textbox', { name: 'Number or address' });
    await userEvent.click(input);
    quiet.store.setState({ calls: [ringing()] });
    await canvas.findByRole('alertdialog');
    await userEvent.keyboard('0018');
    await expect(input).toHaveFocus();
  },
};

export const Calling: Story = {
  parameters: { phone: { calls: [fakeCall({ remote: ada, state: 'trying' })] } },
};

export const Talking: Story = { parameters: { phone: { calls: [talking()] } } };

export const OnHold: Story = {
  parameters: { phone: { calls: [talking({ hold: 'local', muted: true }, 662)] } },
};

export const SecondCallRings: Story = { parameters: { phone: { calls: [talking(), ringing()] } } };

export const TwoCalls: Story = {
  parameters: {
    phone: {
      calls: [talking({ id: 'first', hold: 'local' }, 662), talking({ id: 'second', remote: grace })],
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Ada Lovelace/ }));
    await canvas.findByRole('region', { name: 'Call with Ada Lovelace' });
    await expect(canvas.getByRole('button', { name: /^Grace Hopper/ })).toBeVisible();
  },
};

export const KeypadOpen: Story = {
  parameters: { phone: { calls: [talking()] } },
  play: async ({ canvas, userEvent }) => {
    const call = within(canvas.getByRole('region', { name: 'Call with Ada Lovelace' }));
    await userEvent.click(call.getByRole('button', { name: 'Keypad' }));
    for (const digit of ['4', '2', '#']) await userEvent.click(call.getByRole('button', { name: digit }));
  },
};

export const Ended: Story = { parameters: { phone: { calls: [over('busy')] } } };

export const MicrophoneBlocked: Story = {
  parameters: {
    phone: {
      calls: [over('failed')],
      lastError: { code: 'permission-denied', callId: 'call-1', at: 0 },
    },
  },
};

export const SoundSettings: Story = {
  parameters: { phone: { devices: headset } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Sound' }));
    await expect(canvas.getByRole('button', { name: 'Sound' })).toHaveAttribute('aria-expanded', 'true');
  },
};

export const SoundSettingsInCall: Story = {
  ...SoundSettings,
  parameters: { phone: { devices: headset, calls: [talking()] } },
};

export const Narrow: Story = { ...Dialled, parameters: { width: 272 } };

export const NarrowCall: Story = {
  parameters: {
    width: 272,
    phone: {
      calls: [
        talking({
          hold: 'remote',
          remote: party('Wolfeschlegelsteinhausenbergerdorff', 'wolfeschlegelsteinhausen'),
        }),
      ],
    },
  },
};

export const Wide: Story = { ...Dialled, parameters: { width: 720 } };

export const WideCall: Story = { ...KeypadOpen, parameters: { width: 720, phone: { calls: [talking()] } } };

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: {
    phone: { calls: [talking({ muted: true, remote: party('آدا لوفلايس', '+442079460018') })] },
  },
};

export const RightToLeftIdle: Story = {
  globals: { locale: 'ar' },
  parameters: { phone: { history: recent } },
};

/** In a shadow root, where no style of the page can reach it. */
export const Isolated: Story = { args: { isolate: true } };

export const Unavailable: Story = {
  parameters: { phone: { calls: [over('unavailable', { remote: hedy })] } },
};
