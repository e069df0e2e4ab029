import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import {
  CallButton,
  CallHistory,
  CallPanel,
  DevicePicker,
  PhoneProvider,
  type PhoneState,
  Softphone,
} from '../../src/index.js';
import { fakePhone } from '../../src/testing/fakePhone.js';
import { ada, grace, headset, hedy, over, ringing, steadyLevel, talking } from '../samples.js';
import './samples.css';

/** A widget on a phone that stands still. */
function On({ phone, children }: { phone: Partial<PhoneState>; children: ReactNode }) {
  return <PhoneProvider phone={fakePhone(phone, { meter: steadyLevel })}>{children}</PhoneProvider>;
}

const past = [
  over('cancelled', { id: 'a', remote: grace, direction: 'inbound', startedAt: Date.now() - 600_000 }),
  over('normal', {
    id: 'b',
    remote: ada,
    startedAt: Date.now() - 7_200_000,
    answeredAt: Date.now() - 7_190_000,
    endedAt: Date.now() - 6_923_000,
  }),
  over('busy', { id: 'c', remote: hedy, startedAt: Date.now() - 90_000_000 }),
];

/** What people look at most, side by side: colours that do not go together show here. */
function Everything() {
  return (
    <div className="theme-samples">
      <On phone={{}}>
        <Softphone aria-label="Idle" />
      </On>
      <On phone={{ calls: [talking({ muted: true })] }}>
        <Softphone aria-label="Talking" />
      </On>
      <On phone={{ calls: [ringing()], sound: 'blocked' }}>
        <Softphone aria-label="Ringing" />
      </On>
      <On phone={{ calls: [talking({ hold: 'local', remote: hedy })] }}>
        <CallPanel />
      </On>
      <On phone={{ transport: 'reconnecting', lastError: { code: 'transport-failed', callId: null, at: 0 } }}>
        <Softphone aria-label="Reconnecting" />
      </On>
      <div>
        <On phone={{ history: past }}>
          <CallHistory />
        </On>
        <On phone={{}}>
          <CallButton target="support" />
        </On>
      </div>
      <On phone={{ devices: headset }}>
        <DevicePicker />
      </On>
      <On phone={{ calls: [over('busy')] }}>
        <CallPanel />
      </On>
    </div>
  );
}

const meta: Meta = {
  title: 'Theming/Themes',
  tags: ['!autodocs'],
  parameters: { width: 1480, controls: { disable: true } },
  render: () => <Everything />,
};
export default meta;

const inTheme = (theme: string): StoryObj => ({ globals: { theme } });

export const Light = inTheme('light');

export const Dark = inTheme('dark');

export const Clinic = inTheme('clinic');

export const Terminal = inTheme('terminal');

export const Fizz = inTheme('fizz');
