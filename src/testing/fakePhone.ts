import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Phone } from '../phone/phone.js';
import type { Call, CallId, PhoneState } from '../phone/state.js';

/** A phone whose state is written by the test or story that made it. */
export interface FakePhone extends Omit<Phone, 'store'> {
  readonly store: StoreApi<PhoneState>;
}

/**
 * A phone that is only a state: registered and idle unless told otherwise. Its verbs do nothing; give your own,
 * or spies, in `verbs`. Change what it knows with `phone.store.setState`.
 */
export function fakePhone(
  state: Partial<PhoneState> = {},
  verbs: Partial<Omit<Phone, 'store'>> = {},
): FakePhone {
  return {
    store: createStore<PhoneState>(() => ({ ...idle, ...state })),
    connect: () => release,
    dispose: done,
    call: async () => 'call-1' as CallId,
    answer: done,
    decline: done,
    silence: done,
    hangup: done,
    hold: done,
    resume: done,
    mute: done,
    unmute: done,
    sendDtmf: done,
    dismiss: release,
    dismissError: release,
    media: () => ({ local: null, remote: null }),
    attach: () => release,
    meter: () => release,
    watchDevices: () => release,
    requestPermission: done,
    chooseDevice: done,
    testSpeaker: done,
    turnOnSound: done,
    ...verbs,
  };
}

/** A call for `fakePhone`: established with Bob unless told otherwise. */
export const fakeCall = ({
  id = 'call-1',
  ...facts
}: Partial<Omit<Call, 'id'>> & { id?: string } = {}): Call => ({
  id: id as CallId,
  direction: 'outbound',
  state: 'established',
  remote: { uri: 'sip:bob@hookswitch.test', displayName: 'Bob' },
  headers: {},
  muted: false,
  silenced: false,
  hold: 'none',
  pending: null,
  startedAt: 0,
  answeredAt: null,
  endedAt: null,
  endReason: null,
  ...facts,
});

const done = async () => {};
const release = () => {};

const idle: PhoneState = {
  transport: 'connected',
  attempt: 0,
  retryAt: null,
  closeCode: null,
  registration: 'registered',
  calls: [],
  history: [],
  devices: {
    permission: 'granted',
    microphones: [],
    speakers: [],
    microphone: 'default',
    speaker: 'default',
    ringer: 'default',
    missing: {},
    canChooseSpeaker: true,
  },
  sound: 'ready',
  lastError: null,
};
