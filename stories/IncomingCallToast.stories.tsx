import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { IncomingCallToast } from '../src/index.js';
import { ada, hedy, odd, party, ringing } from './samples.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof IncomingCallToast> = {
  component: IncomingCallToast,
  decorators: [withPhone],
  // It floats in a corner of the page: each story gets a page of its own in the docs.
  parameters: { docs: { story: { inline: false, height: '320px' } } },
};
export default meta;

type Story = StoryObj<typeof IncomingCallToast>;

export const OneCall: Story = {
  parameters: { phone: { calls: [ringing()] } },
  play: async ({ canvas }) => {
    const dialog = await canvas.findByRole('alertdialog', { name: 'Incoming call' });
    await expect(dialog).toHaveAccessibleDescription('Grace Hopper');
    await expect(document.title).toBe('Grace Hopper is calling');
  },
};

export const TwoCalls: Story = {
  parameters: { phone: { calls: [ringing(), ringing({ id: 'second', remote: hedy })] } },
};

const five = [undefined, hedy, ada, party('+12025550171', '+12025550171'), party('Mary Jackson', 'mary')];

/** More than a page has room for are scrolled. */
export const FiveCalls: Story = {
  parameters: {
    phone: {
      calls: five.map((remote, place) => ringing({ id: `incoming-${place}`, ...(remote && { remote }) })),
    },
  },
};

export const Silenced: Story = { parameters: { phone: { calls: [ringing({ silenced: true })] } } };

/** The key brings the focus, wherever it was, and the end of the call takes it back. */
export const ReachedByKey: Story = {
  parameters: { phone: { calls: [ringing(), ringing({ id: 'second', remote: hedy })] } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.keyboard('{F8}');
    await expect(canvas.getAllByRole('button', { name: 'Answer' })[0]).toHaveFocus();
  },
};

export const OddNames: Story = {
  parameters: {
    phone: {
      calls: Object.entries(odd).map(([id, remote]) => ringing({ id, remote })),
    },
  },
};

export const NumberOnly: Story = {
  parameters: { phone: { calls: [ringing({ remote: party('+12025550170', '+12025550170') })] } },
};

export const LongName: Story = {
  parameters: {
    phone: {
      calls: [
        ringing({
          remote: party('Pablo Diego José Francisco de Paula Ruiz y Picasso', 'pablo.ruiz.picasso'),
        }),
      ],
    },
  },
};

export const WaitingForMicrophone: Story = {
  parameters: { phone: { calls: [ringing({ pending: 'microphone' })] } },
};

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: { phone: { calls: [ringing({ remote: party('آدا لوفلايس', '+442079460018') })] } },
};
