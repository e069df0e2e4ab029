import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { CallPanel } from '../src/index.js';
import { fakeCall } from '../src/testing/fakePhone.js';
import { ada, grace, headset, odd, over, talking } from './samples.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof CallPanel> = { component: CallPanel, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof CallPanel>;

const showing = (call: ReturnType<typeof fakeCall>): Story => ({ parameters: { phone: { calls: [call] } } });

export const WaitingForMicrophone = showing(
  fakeCall({ remote: ada, state: 'trying', pending: 'microphone' }),
);

export const Calling = showing(fakeCall({ remote: ada, state: 'trying' }));

export const Ringing = showing(fakeCall({ remote: ada, state: 'ringing' }));

export const Connecting = showing(fakeCall({ remote: ada, state: 'connecting' }));

export const Talking = showing(talking());

export const Muted = showing(talking({ muted: true }));

export const PuttingOnHold = showing(talking({ pending: 'hold' }));

export const HeldHere = showing(talking({ hold: 'local' }));

export const HeldThere = showing(talking({ hold: 'remote' }));

export const HeldByBoth = showing(talking({ hold: 'both' }));

export const KeypadOpen: Story = {
  ...showing(talking()),
  play: async ({ canvas, userEvent }) => {
    const keypad = canvas.getByRole('button', { name: 'Keypad' });
    await userEvent.click(keypad);
    await expect(keypad).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('17');
    await userEvent.click(canvas.getByRole('button', { name: '#' }));
    await canvas.findByText('17#');
  },
};

export const DigitsSent: Story = {
  ...showing(talking()),
  play: async ({ canvas, userEvent }) => {
    canvas.getByRole('button', { name: 'Mute' }).focus();
    await userEvent.keyboard('4711*0815#');
    await waitFor(() => expect(canvas.getByLabelText('Sent digits')).toHaveTextContent('4711*0815#'));
  },
};

export const DevicesOpen: Story = {
  parameters: { phone: { calls: [talking()], devices: headset } },
  play: async ({ canvas, userEvent }) => {
    const sound = canvas.getByRole('button', { name: 'Sound' });
    await userEvent.click(sound);
    await expect(sound).toHaveAttribute('aria-expanded', 'true');
    await canvas.findByRole('combobox', { name: 'Microphone' });
  },
};

/** Where the page shows the devices elsewhere. */
export const WithoutDevices: Story = { ...showing(talking()), args: { devices: false } };

export const HangingUp = showing(talking({ state: 'terminating' }));

export const Busy = showing(over('busy'));

export const Declined = showing(over('declined'));

export const NoAnswer = showing(over('no-answer'));

export const NotFound = showing(over('not-found'));

export const Unavailable = showing(over('unavailable'));

export const Cancelled = showing(over('cancelled'));

export const Missed = showing(over('cancelled', { direction: 'inbound' }));

export const AnsweredElsewhere = showing(over('answered-elsewhere', { direction: 'inbound' }));

export const Lost = showing(over('lost', { answeredAt: Date.now() - 61_000 }));

export const Failed = showing(
  over('failed', {
    endReason: { statusCode: 503, reasonPhrase: 'Service Unavailable', cause: 'failed' },
  }),
);

export const Ended = showing(over('normal', { remote: grace, answeredAt: Date.now() - 267_000 }));

/** Who they are is a number. */
export const NumberOnly = showing(talking({ remote: { ...ada, displayName: '+442079460018' } }));

const oddly = (remote: (typeof odd)[keyof typeof odd]) => showing(talking({ remote }));

export const EndlessName = oddly(odd.endless);

export const UnbrokenName = oddly(odd.unbroken);

export const BackwardsName = oddly(odd.backwards);

export const EmojiName = oddly(odd.emoji);

export const StackedName = oddly(odd.stacked);

export const FortyDigits = oddly(odd.digits);

export const NoName = oddly(odd.nobody);

export const Narrow: Story = {
  ...showing(talking({ hold: 'local' })),
  parameters: { ...showing(talking({ hold: 'local' })).parameters, width: 272 },
};
