import type { Call, DevicesState } from '../src/index.js';
import { fakeCall } from '../src/testing/fakePhone.js';

/** Facts that several stories share. */
export const party = (displayName: string, user: string) => ({ uri: `sip:${user}@example.com`, displayName });

export const ada = party('Ada Lovelace', '+442079460018');
export const grace = party('Grace Hopper', '+12025550170');
export const hedy = party('Hedy Lamarr', 'hedy');

/** What nobody is called, but what may come all the same. */
export const odd = {
  endless: party('Llanfairpwllgwyngyll '.repeat(15), 'a.very.long.name.that.does.not.end'.repeat(4)),
  unbroken: party('W'.repeat(300), 'w'.repeat(200)),
  backwards: party('\u202Eecalevol\u202C \u2067ada\n\n\tmallory', 'mallory'),
  emoji: party('👩‍👩‍👧‍👦🏳️‍🌈🦜'.repeat(12), 'zoo'),
  stacked: party(`Z${'\u0351\u0352\u0353\u0354'.repeat(8)}algo`, 'zalgo'),
  digits: party('4'.repeat(40), '4'.repeat(40)),
  nobody: party('', 'anonymous'),
};

/** An answered call that has lasted a while. */
export const talking = (facts: Parameters<typeof fakeCall>[0] = {}, seconds = 267): Call =>
  fakeCall({ remote: ada, answeredAt: Date.now() - seconds * 1000, ...facts });

/** A call that rings here. */
export const ringing = (facts: Parameters<typeof fakeCall>[0] = {}): Call =>
  fakeCall({ id: 'incoming', direction: 'inbound', state: 'ringing', remote: grace, ...facts });

/** A call that has ended. */
export const over = (
  cause: NonNullable<Call['endReason']>['cause'],
  facts: Parameters<typeof fakeCall>[0] = {},
): Call =>
  fakeCall({
    remote: grace,
    state: 'terminated',
    endedAt: Date.now(),
    endReason: { statusCode: 0, reasonPhrase: '', cause },
    ...facts,
  });

export const headset: DevicesState = {
  permission: 'granted',
  microphones: [
    { id: 'default', label: 'Default' },
    { id: 'usb', label: 'Studio headset (USB)' },
    { id: 'laptop', label: 'Laptop microphone array' },
  ],
  speakers: [
    { id: 'default', label: 'Default' },
    { id: 'usb', label: 'Studio headset (USB)' },
    { id: 'laptop', label: 'Laptop speakers' },
  ],
  microphone: 'usb',
  speaker: 'usb',
  ringer: 'laptop',
  missing: {},
  canChooseSpeaker: true,
};

/** A voice that neither rises nor falls, for pictures. */
export const steadyLevel = (_source: unknown, callback: (level: number) => void) => {
  callback(0.55);
  return () => {};
};
