import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { RegistrationStatus } from '../src/index.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof RegistrationStatus> = { component: RegistrationStatus, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof RegistrationStatus>;

const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent(words);
  };

export const Ready: Story = { play: says('Ready') };

export const Connecting: Story = {
  parameters: { phone: { transport: 'connecting', registration: 'unregistered' } },
  play: says('Connecting'),
};

export const Reconnecting: Story = {
  parameters: { phone: { transport: 'reconnecting', registration: 'unregistered' } },
  play: says('Reconnecting'),
};

export const Offline: Story = {
  parameters: { phone: { transport: 'disconnected', registration: 'unregistered' } },
  play: says('Offline'),
};

export const SignInFailed: Story = {
  parameters: { phone: { registration: 'rejected' } },
  play: says('Sign-in failed'),
};
