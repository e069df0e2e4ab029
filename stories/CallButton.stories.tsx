import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import { expect, within } from 'storybook/test';
import { type Call, CallButton, type CallId, PhoneProvider, type PhoneState } from '../src/index.js';
import { fakePhone } from '../src/testing/fakePhone.js';
import { over, party, steadyLevel, talking } from './samples.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof CallButton> = {
  component: CallButton,
  args: { target: 'sip:support@example.com' },
};
export default meta;

type Story = StoryObj<typeof CallButton>;

const support = party('Support', 'support');

/** A button that was pressed, and the call that came of it. */
const pressed = (call: Call, state: Partial<PhoneState> = {}): Story => ({
  render: (args) => {
    const phone = useMemo(() => {
      const made = fakePhone(
        {},
        {
          meter: steadyLevel,
          call: async () => {
            made.store.setState({ calls: [call], ...state });
            return call.id;
          },
        },
      );
      return made;
    }, []);
    return (
      <PhoneProvider phone={phone}>
        <CallButton {...args} />
      </PhoneProvider>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'));
    await canvas.findByRole('region', { name: /^Call with/ });
  },
});

export const CallUs: Story = {
  decorators: [withPhone],
  play: async ({ canvas }) => expect(canvas.getByRole('button', { name: 'Call us' })).toBeVisible(),
};

export const WithName: Story = {
  decorators: [withPhone],
  args: { name: 'Ada Lovelace' },
  play: async ({ canvas }) => expect(canvas.getByRole('button', { name: 'Call Ada Lovelace' })).toBeVisible(),
};

export const OwnLabel: Story = { decorators: [withPhone], args: { label: 'Talk to a doctor' } };

export const Calling: Story = pressed(talking({ remote: support, state: 'trying', answeredAt: null }));

export const WaitingForTheMicrophone: Story = pressed(
  talking({ remote: support, state: 'trying', pending: 'microphone', answeredAt: null }),
);

export const Talking: Story = pressed(talking({ remote: support }));

export const Muted: Story = pressed(talking({ remote: support, muted: true }));

export const OnHold: Story = pressed(talking({ remote: support, hold: 'remote' }));

export const KeypadOpen: Story = {
  ...pressed(talking({ remote: support })),
  play: async (context) => {
    await pressed(talking()).play?.(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Keypad' }));
    const keys = within(context.canvas.getByRole('group', { name: 'Keys' }));
    await expect(keys.getAllByRole('button')).toHaveLength(12);
  },
};

export const Busy: Story = pressed(over('busy', { remote: support }));

export const MicrophoneBlocked: Story = pressed(over('failed', { id: 'refused', remote: support }), {
  lastError: { code: 'permission-denied', callId: 'refused' as CallId, at: 0 },
});

export const LongName: Story = {
  ...pressed(talking({ remote: party('Wolfeschlegelsteinhausenbergerdorff '.repeat(4), 'wolfe') })),
};

export const Narrow: Story = { ...Talking, parameters: { width: 272 } };

/** Each shows the call that it placed, and no other one. */
export const Several: Story = {
  render: () => {
    const phone = useMemo(() => {
      const made = fakePhone(
        {},
        {
          meter: steadyLevel,
          call: async (target) => {
            const call = talking({
              id: target,
              remote: party(target, target),
              state: 'ringing',
              answeredAt: null,
            });
            made.store.setState(({ calls }) => ({ calls: [...calls, call] }));
            return call.id;
          },
        },
      );
      return made;
    }, []);
    return (
      <PhoneProvider phone={phone}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
          <CallButton target="sales" label="Sales" />
          <CallButton target="returns" label="Returns" />
          <CallButton target="doctor" label="Doctor" />
        </div>
      </PhoneProvider>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Returns' }));
    await canvas.findByRole('region', { name: 'Call with returns' });
    await expect(canvas.getByRole('button', { name: 'Sales' })).toBeVisible();
    await expect(canvas.getAllByRole('region')).toHaveLength(1);
  },
};

export const RightToLeft: Story = {
  ...pressed(talking({ remote: party('آدا لوفلايس', '+442079460018'), muted: true })),
  globals: { locale: 'ar' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'));
    await canvas.findByRole('region');
  },
};

export const Isolated: Story = { decorators: [withPhone], args: { isolate: true } };
