import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { IncomingCallToast } from '../src/index.js';
import { hedy, party, ringing } from './samples.js';
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
