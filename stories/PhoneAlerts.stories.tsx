import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { PhoneAlerts, type PhoneErrorCode, PhoneProvider } from '../src/index.js';
import { en } from '../src/locales/en.js';
import { fakePhone } from '../src/testing/fakePhone.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof PhoneAlerts> = { component: PhoneAlerts, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof PhoneAlerts>;

const turnOnSound = fn(async () => {});
const silent = fakePhone({ sound: 'blocked' }, { turnOnSound });

export const SoundBlocked: Story = {
  render: () => (
    <PhoneProvider phone={silent}>
      <PhoneAlerts />
    </PhoneProvider>
  ),
  play: async ({ canvas, userEvent }) => {
    turnOnSound.mockClear();
    await userEvent.click(canvas.getByRole('button', { name: 'Turn on sound' }));
    await expect(turnOnSound).toHaveBeenCalledOnce();
  },
};

const codes = Object.keys(en.errors).filter((code) => code !== 'dismiss') as PhoneErrorCode[];

export const EveryError: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 8 }}>
      {codes.map((code) => (
        <PhoneProvider key={code} phone={fakePhone({ lastError: { code, callId: null, at: 0 } })}>
          <PhoneAlerts />
        </PhoneProvider>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('alert')).toHaveLength(codes.length);
  },
};
