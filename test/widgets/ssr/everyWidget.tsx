import { type ReactElement, StrictMode } from 'react';
import { PhoneProvider } from '../../../src/hooks/index.js';
import type { Call, PhoneState } from '../../../src/phone/state.js';
import { type FakePhone, fakeCall, fakePhone } from '../../../src/testing/fakePhone.js';

export { fakePhone };

import * as widgets from '../../../src/widgets/index.js';

const { CallButton, CallHistory, CallPanel, DevicePicker, Dialer } = widgets;
const { IncomingCallToast, PhoneAlerts, RegistrationStatus, Softphone } = widgets;

/** Every widget there is, by its public name; a way to show it that is worth a test of its own has a name behind a colon. */
export const everyWidget: Record<string, ReactElement> = {
  CallButton: <CallButton target="42" />,
  'CallButton: isolated': <CallButton target="42" isolate />,
  CallHistory: <CallHistory />,
  CallPanel: <CallPanel />,
  DevicePicker: <DevicePicker />,
  Dialer: <Dialer />,
  IncomingCallToast: <IncomingCallToast />,
  PhoneAlerts: <PhoneAlerts />,
  RegistrationStatus: <RegistrationStatus />,
  Softphone: <Softphone />,
  'Softphone: isolated': <Softphone isolate />,
};

/** The public names of all widgets, as the package exports them; what only gives its children something is none. */
export const widgetNames = Object.keys(widgets).filter((name) => /^[A-Z](?!\w*Provider$)/.test(name));

/** When it is on the server. */
export const NOW = Date.UTC(2030, 5, 1, 12);

const past = (facts: Parameters<typeof fakeCall>[0]): Call =>
  fakeCall({ state: 'terminated', startedAt: NOW - 60_000, endedAt: NOW - 30_000, ...facts });
const { devices } = fakePhone().store.getState();

/** What a phone can be in the middle of. */
export const everyState: Record<string, Partial<PhoneState>> = {
  'an idle phone': {},
  'a phone that is not connected': { transport: 'disconnected', registration: 'unregistered' },
  'a call that rings': { calls: [fakeCall({ direction: 'inbound', state: 'ringing' })] },
  'a call, and one on hold': {
    calls: [fakeCall({ id: 'held', hold: 'local' }), fakeCall({ id: 'talk', answeredAt: NOW - 5_000 })],
  },
  'a call that has ended': {
    calls: [past({ endReason: { statusCode: 486, reasonPhrase: 'Busy Here', cause: 'busy' } })],
  },
  'calls of the past': {
    history: [
      past({ id: 'missed', direction: 'inbound' }),
      past({ id: 'yesterday', startedAt: NOW - 86_400_000, answeredAt: NOW - 86_399_000 }),
      past({ id: 'long ago', startedAt: NOW - 400 * 86_400_000 }),
    ],
  },
  'devices that are not allowed yet': { devices: { ...devices, permission: 'prompt' } },
  trouble: { sound: 'blocked', lastError: { code: 'device-missing', callId: null, at: NOW } },
};

/** A page with one widget. */
export const pageOf = (widget: ReactElement, phone: FakePhone): ReactElement => (
  <StrictMode>
    <PhoneProvider phone={phone}>
      <main>{widget}</main>
    </PhoneProvider>
  </StrictMode>
);
