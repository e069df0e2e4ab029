import { advice, ending } from './advice.js';
import { pluralOf } from './plural.js';

export type { Advice, Ending } from './advice.js';

const plural = pluralOf('en');

/** Every word the widgets show or say, in English. Its shape is the type of every other dictionary. */
export const en = {
  /** The language, as BCP 47 has it: numbers, dates and durations follow it. */
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** Name of the softphone's region. */
  phone: 'Phone',
  /** What a softphone without a call can show. */
  views: { keypad: 'Keypad', recents: 'Recents' },
  /** Name of a button that calls somebody. */
  callTo: (name: string) => `Call ${name}`,
  /** What a button that calls the site's owner says. */
  callUs: 'Call us',
  status: {
    ready: 'Ready',
    connecting: 'Connecting',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    'sign-in-failed': 'Sign-in failed',
  },
  dialer: {
    number: 'Number or address',
    delete: 'Delete',
    call: 'Call',
    /** Name of the group of the twelve keys, in a call too. */
    keys: 'Keys',
  },
  incoming: {
    label: 'Incoming call',
    answer: 'Answer',
    decline: 'Decline',
    silence: 'Silence the ringer',
    /** Shown while it rings without a sound. */
    silenced: 'Silenced',
    /** Said with the call: which key moves the focus to it. */
    reach: (key: string) => `Press ${key} to go to it.`,
    /** Title of the page while a call rings. */
    title: (name: string) => `${name} is calling`,
  },
  call: {
    /** Name of the call's region. */
    with: (name: string) => `Call with ${name}`,
    mute: 'Mute',
    hold: 'Hold',
    keypad: 'Keypad',
    hangup: 'Hang up',
    again: 'Call again',
    dismiss: 'Dismiss',
    /** Name of the list of the calls that go on behind the one on screen. */
    others: 'Other calls',
    /** Name of what shows the digits that were sent. */
    sent: 'Sent digits',
  },
  history: {
    /** Name of the list. */
    label: 'Call history',
    empty: advice('No calls yet.', 'Calls that you make and get will be here.'),
    missed: 'Missed',
    inbound: 'Incoming',
    outbound: 'Outgoing',
    /** How many missed calls were not looked at. */
    unseen: (count: number) => plural(count, { one: '# missed call', other: '# missed calls' }),
  },
  /** Said to whoever listens, when it happens. */
  news: {
    incoming: (name: string) => `Incoming call from ${name}.`,
    /** What becomes of a call: who it is with, and one of the words of `progress` or `ended`. */
    call: (name: string, what: string) => `Call with ${name}: ${what}`,
    deviceConnected: (device: string) => `${device} is connected.`,
    deviceGone: (device: string) => `${device} is no longer connected.`,
  },
  /** What a call is doing, in the order in which a person looks for it. */
  progress: {
    microphone: 'Waiting for the microphone…',
    holding: 'Putting the call on hold…',
    resuming: 'Taking the call off hold…',
    trying: 'Calling…',
    ringing: 'Ringing…',
    incoming: 'Incoming call',
    connecting: 'Connecting…',
    terminating: 'Hanging up…',
    heldHere: 'You put this call on hold',
    heldThere: 'They put you on hold',
    heldByBoth: 'You are both on hold',
    established: 'Connected',
  },
  ended: {
    /** What the server said of a call that failed: a SIP status and its phrase. */
    server: (status: number, phrase: string) => `The server answered: ${status} ${phrase}`,
    outbound: {
      busy: ending('Busy', 'They are on another call.'),
      declined: ending('Declined', 'They did not take the call.'),
      'no-answer': ending('No answer', 'It rang, but nobody answered.'),
      'not-found': ending('Not found', 'There is nobody at this number or address.'),
      unavailable: ending('Unavailable', 'They cannot be reached right now.'),
      cancelled: ending('Cancelled', 'You hung up before they answered.'),
      'answered-elsewhere': ending('Answered elsewhere', 'The call was taken on another phone.'),
      lost: ending('Connection lost', 'The connection broke off.'),
      failed: ending('Call failed', 'The call could not be completed.'),
      normal: ending('Call ended'),
    },
    inbound: {
      busy: ending('Busy', 'You were on another call.'),
      declined: ending('Declined', 'You did not take the call.'),
      'no-answer': ending('Missed call', 'It rang, but you did not answer.'),
      'not-found': ending('Call failed', 'The call could not be completed.'),
      unavailable: ending('Missed call', 'You could not be reached.'),
      cancelled: ending('Missed call', 'They hung up before you answered.'),
      'answered-elsewhere': ending('Answered elsewhere', 'The call was taken on another phone.'),
      lost: ending('Connection lost', 'The connection broke off.'),
      failed: ending('Call failed', 'The call could not be completed.'),
      normal: ending('Call ended'),
    },
  },
  sound: {
    blocked: advice('The browser keeps sound off.', 'Turn it on to hear calls.'),
    turnOn: 'Turn on sound',
  },
  devices: {
    label: 'Sound',
    microphone: 'Microphone',
    speaker: 'Speaker',
    ringer: 'Ringer',
    level: 'Microphone level',
    test: 'Test speaker',
    systemDefault: 'System default',
    /** A device whose name the browser keeps back. */
    unnamed: (place: number) => `Device ${place}`,
    /** A device that was chosen and is not there now. */
    missing: 'Device not connected',
    allow: 'Allow the microphone',
    prompt: 'The names of your devices appear once the microphone is allowed.',
    none: 'No microphone was found.',
    denied: 'The microphone is blocked. Allow it in the browser’s site settings, then reload the page.',
    speakerFixed: 'This browser plays sound where the system says.',
  },
  /** A code stands for several cases: the words have to be true of each, whatever the device. */
  errors: {
    dismiss: 'Dismiss the message',
    'target-invalid': advice(
      'This cannot be called.',
      'Type a number, a name or an address such as sip:name@example.com.',
    ),
    'target-refused': advice(
      'Calling this number is not allowed.',
      'Check the number, or ask whoever runs this phone.',
    ),
    'transport-failed': advice(
      'The phone service cannot be reached.',
      'Check your network. The phone tries again by itself.',
    ),
    'registration-rejected': advice(
      'The server did not accept the sign-in.',
      'Check the user name and the password.',
    ),
    'permission-denied': advice(
      'The microphone or the speaker is blocked.',
      'Allow it in the browser’s site settings and try again.',
    ),
    'insecure-context': advice(
      'This page is not secure, so it cannot use the microphone.',
      'Open it with https:// in the address.',
    ),
    'policy-blocked': advice(
      'This page may not use the microphone or choose the speaker.',
      'Open it in its own tab, or ask whoever runs the site.',
    ),
    'device-missing': advice('The device was not found.', 'Plug it in or choose another one.'),
    'device-busy': advice(
      'The microphone is in use by another program.',
      'Close that program and call again.',
    ),
    'request-pending': advice(
      'The browser still asks for the microphone.',
      'Answer its question and call again.',
    ),
    'media-failed': advice(
      'The sound, or a change of the call, could not be set up.',
      'Try again. If it stays so, try another device or network.',
    ),
    'not-supported': advice(
      'This cannot be done here: the browser or the other side does not support it.',
      'Use a recent Chrome, Edge, Firefox or Safari, or go on without it.',
    ),
  },
};

/** A dictionary: what every language has to say. */
export type Words = typeof en;
