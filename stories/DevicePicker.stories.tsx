import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { DevicePicker } from '../src/index.js';
import { headset } from './samples.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof DevicePicker> = { component: DevicePicker, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof DevicePicker>;

export const Granted: Story = {
  parameters: { phone: { devices: headset } },
  play: async ({ canvas }) => {
    for (const name of ['Microphone', 'Speaker', 'Ringer']) canvas.getByRole('combobox', { name });
    await expect(canvas.getByRole('combobox', { name: 'Ringer' })).toHaveDisplayValue('Laptop speakers');
    await expect(canvas.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  },
};

const nameless = {
  ...headset,
  permission: 'prompt',
  microphones: [
    { id: 'a', label: '' },
    { id: 'b', label: '' },
  ],
  microphone: 'default',
};

export const BeforeThePrompt: Story = { parameters: { phone: { devices: nameless } } };

export const Denied: Story = { parameters: { phone: { devices: { ...nameless, permission: 'denied' } } } };

export const NoMicrophone: Story = {
  parameters: { phone: { devices: { ...headset, microphones: [], microphone: 'default' } } },
};

/** The person chose a headset that is not plugged in now. */
export const ChosenIsMissing: Story = {
  parameters: {
    phone: {
      devices: {
        ...headset,
        microphones: headset.microphones.filter(({ id }) => id !== 'usb'),
        speakers: headset.speakers.filter(({ id }) => id !== 'usb'),
        microphone: 'default',
        speaker: 'default',
        missing: { microphone: 'Studio headset (USB)', speaker: 'Studio headset (USB)' },
      },
    },
  },
  play: async ({ canvas }) => {
    const speaker = canvas.getByRole('combobox', { name: 'Speaker' });
    await expect(speaker).toHaveDisplayValue('Studio headset (USB)');
    await expect(speaker).toHaveAccessibleDescription('Device not connected');
  },
};

export const LongNames: Story = {
  parameters: {
    phone: {
      devices: {
        ...headset,
        microphones: headset.microphones.map((one) => ({ ...one, label: `${one.label} `.repeat(6) })),
      },
    },
  },
};

/** Where the browser has no choice of speaker, as in Safari. */
export const SpeakerFixed: Story = {
  parameters: { phone: { devices: { ...headset, canChooseSpeaker: false } } },
};

export const Narrow: Story = { parameters: { width: 272, phone: { devices: headset } } };
