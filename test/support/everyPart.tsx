import type { ElementType, ReactElement, ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import { CallScope } from '../../src/hooks/index.js';
import * as parts from '../../src/parts/index.js';
import { SentProvider } from '../../src/parts/sent.js';
import type { CallId, PhoneState } from '../../src/phone/state.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import type { SpyPhone } from './spyPhone.js';

const { CallListParts, CallParts, DeviceParts, DialerParts, HistoryParts, IncomingCallParts, PhoneParts } =
  parts;

/** What the conformance suite has to know of a part: where it shows, and what it does. */
export interface PartCase {
  part: ElementType;
  tag: keyof HTMLElementTagNameMap;
  props?: object;
  /** A state in which it shows. */
  state?: Partial<PhoneState>;
  /** A state in which it renders nothing. */
  hidden?: Partial<PhoneState>;
  around?: (node: ReactNode) => ReactElement;
  /** The part that it has to stand in, if any. */
  within?: string;
  /** Whether it can do without a phone. */
  phoneless?: boolean;
  role?: string;
  /** The attributes that its state becomes. */
  data?: Record<string, string>;
  /** What sets off its own handler, if it has one. */
  on?: 'click' | 'submit' | 'change';
  /** What its own handler changes; by default, whether the phone was told anything. */
  observe?: (phone: SpyPhone, place: ParentNode) => unknown;
}

const ringing = fakeCall({ direction: 'inbound', state: 'ringing' });
const established = fakeCall({ answeredAt: 1_000 });
const ended = fakeCall({
  state: 'terminated',
  answeredAt: 1_000,
  endedAt: 66_000,
  endReason: { statusCode: 486, reasonPhrase: 'Busy Here', cause: 'busy' },
});
const failed = { code: 'device-missing', callId: null, at: 0 } as const;
const { devices } = fakePhone().store.getState();
const blocked = { sound: 'blocked' } as const;
const none = { calls: [] };

const scoped = (node: ReactNode) => <CallScope callId={'call-1' as CallId}>{node}</CallScope>;

const dialled = (_: SpyPhone, place: ParentNode) =>
  place.querySelector<HTMLInputElement>('[data-testid=dialled]')?.value;
const dialler = (node: ReactNode) => (
  <DialerParts.Root defaultValue="42">
    <DialerParts.Input data-testid="dialled" />
    {node}
  </DialerParts.Root>
);

const watched = (node: ReactNode) => <DeviceParts.Root>{node}</DeviceParts.Root>;

const missed = fakeCall({
  direction: 'inbound',
  state: 'terminated',
  startedAt: Date.UTC(2026, 4, 17, 9, 30),
  endReason: { statusCode: 487, reasonPhrase: '', cause: 'cancelled' },
});
const inHistory = (entry: parts.HistoryEntry) => (node: ReactNode) => (
  <HistoryParts.Item entry={entry}>{node}</HistoryParts.Item>
);

const withSent = (node: ReactNode) => (
  <SentProvider value={{ text: createStore(() => '12#'), send: async () => {} }}>{node}</SentProvider>
);

/** Every part there is, by its public name. */
export const everyPart: Record<string, PartCase> = {
  'DialerParts.Root': {
    part: DialerParts.Root,
    tag: 'form',
    props: { defaultValue: '' },
    data: { 'data-empty': '' },
    on: 'submit',
  },
  'DialerParts.Input': {
    part: DialerParts.Input,
    within: 'DialerParts.Root',
    tag: 'input',
    around: dialler,
    role: 'textbox',
    on: 'change',
    observe: dialled,
  },
  'DialerParts.Key': {
    part: DialerParts.Key,
    within: 'DialerParts.Root',
    tag: 'button',
    props: { digit: '5' },
    around: dialler,
    role: 'button',
    on: 'click',
    observe: dialled,
  },
  'DialerParts.Keys': {
    part: DialerParts.Keys,
    tag: 'div',
    phoneless: true,
    props: { 'aria-label': 'Keys' },
    role: 'group',
  },
  'DialerParts.Delete': {
    part: DialerParts.Delete,
    within: 'DialerParts.Root',
    tag: 'button',
    around: dialler,
    role: 'button',
    on: 'click',
    observe: dialled,
  },
  'DialerParts.Call': {
    part: DialerParts.Call,
    within: 'DialerParts.Root',
    tag: 'button',
    around: dialler,
    role: 'button',
    on: 'click',
  },

  'CallParts.Root': {
    part: CallParts.Root,
    tag: 'section',
    props: { 'aria-label': 'Call with Bob' },
    state: { calls: [ended] },
    hidden: none,
    role: 'region',
    data: {
      'data-state': 'terminated',
      'data-direction': 'outbound',
      'data-hold': 'none',
      'data-cause': 'busy',
    },
  },
  'CallParts.Name': { part: CallParts.Name, tag: 'span', state: { calls: [established] }, hidden: none },
  'CallParts.Address': {
    part: CallParts.Address,
    tag: 'span',
    state: { calls: [established] },
    hidden: {
      calls: [fakeCall({ remote: { uri: 'sip:42@hookswitch.test', displayName: '42' } })],
    },
  },
  'CallParts.Status': {
    part: CallParts.Status,
    tag: 'p',
    state: { calls: [fakeCall({ hold: 'local', pending: 'resume' })] },
    hidden: none,
    role: 'status',
    data: { 'data-state': 'established', 'data-hold': 'local', 'data-pending': 'resume' },
  },
  'CallParts.Timer': {
    part: CallParts.Timer,
    tag: 'time',
    state: { calls: [ended] },
    hidden: { calls: [fakeCall({ state: 'ringing' })] },
    role: 'timer',
  },
  'CallParts.Mute': {
    part: CallParts.Mute,
    tag: 'button',
    state: { calls: [fakeCall({ muted: true })] },
    role: 'button',
    data: { 'data-muted': '' },
    on: 'click',
  },
  'CallParts.Hold': {
    part: CallParts.Hold,
    tag: 'button',
    state: { calls: [fakeCall({ hold: 'remote' })] },
    role: 'button',
    data: { 'data-hold': 'remote' },
    on: 'click',
  },
  'CallParts.Key': {
    part: CallParts.Key,
    tag: 'button',
    props: { digit: '5' },
    state: { calls: [established] },
    role: 'button',
    on: 'click',
  },
  'CallParts.Keys': {
    part: CallParts.Keys,
    tag: 'div',
    phoneless: true,
    props: { 'aria-label': 'Keys' },
    role: 'group',
  },
  'CallParts.Sent': {
    part: CallParts.Sent,
    within: 'CallParts.Root',
    tag: 'output',
    around: withSent,
    role: 'status',
  },
  'CallParts.Hangup': {
    part: CallParts.Hangup,
    tag: 'button',
    state: { calls: [established] },
    role: 'button',
    on: 'click',
  },
  'CallParts.Again': {
    part: CallParts.Again,
    tag: 'button',
    state: { calls: [ended] },
    role: 'button',
    on: 'click',
  },
  'CallParts.Dismiss': {
    part: CallParts.Dismiss,
    tag: 'button',
    state: { calls: [ended] },
    role: 'button',
    on: 'click',
  },

  'IncomingCallParts.Root': {
    part: IncomingCallParts.Root,
    tag: 'div',
    props: { callId: 'call-1' },
    state: { calls: [ringing] },
    hidden: { calls: [established] },
    role: 'alertdialog',
  },
  'IncomingCallParts.Name': {
    part: IncomingCallParts.Name,
    tag: 'span',
    state: { calls: [ringing] },
    hidden: none,
    around: scoped,
  },
  'IncomingCallParts.Address': {
    part: IncomingCallParts.Address,
    tag: 'span',
    state: { calls: [ringing] },
    hidden: none,
    around: scoped,
  },
  'IncomingCallParts.Answer': {
    part: IncomingCallParts.Answer,
    within: 'IncomingCallParts.Root',
    tag: 'button',
    state: { calls: [ringing] },
    around: scoped,
    role: 'button',
    on: 'click',
  },
  'IncomingCallParts.Decline': {
    part: IncomingCallParts.Decline,
    within: 'IncomingCallParts.Root',
    tag: 'button',
    state: { calls: [ringing] },
    around: scoped,
    role: 'button',
    on: 'click',
  },

  'IncomingCallParts.Silence': {
    part: IncomingCallParts.Silence,
    within: 'IncomingCallParts.Root',
    tag: 'button',
    state: { calls: [{ ...ringing, silenced: true }] },
    around: scoped,
    role: 'button',
    data: { 'data-silenced': '' },
    on: 'click',
  },

  'CallListParts.Root': { part: CallListParts.Root, tag: 'ul', phoneless: true, role: 'list' },
  'CallListParts.Item': {
    part: CallListParts.Item,
    tag: 'li',
    props: { callId: 'call-1' },
    state: { calls: [fakeCall({ hold: 'remote' })] },
    hidden: { calls: [], history: [ended] },
    around: (node) => <ul>{node}</ul>,
    role: 'listitem',
    data: { 'data-state': 'established', 'data-hold': 'remote' },
  },

  'HistoryParts.Root': { part: HistoryParts.Root, tag: 'ul', phoneless: true, role: 'list' },
  'HistoryParts.Item': {
    part: HistoryParts.Item,
    tag: 'li',
    phoneless: true,
    props: { entry: missed },
    around: (node) => <ul>{node}</ul>,
    role: 'listitem',
    data: { 'data-direction': 'inbound', 'data-cause': 'cancelled', 'data-missed': '' },
  },
  'HistoryParts.Call': {
    part: HistoryParts.Call,
    within: 'HistoryParts.Item',
    tag: 'button',
    around: inHistory(missed),
    role: 'button',
    on: 'click',
  },
  'HistoryParts.Name': {
    part: HistoryParts.Name,
    within: 'HistoryParts.Item',
    tag: 'span',
    around: inHistory(missed),
  },
  'HistoryParts.Address': {
    part: HistoryParts.Address,
    within: 'HistoryParts.Item',
    tag: 'span',
    around: inHistory(missed),
  },
  'HistoryParts.When': {
    part: HistoryParts.When,
    within: 'HistoryParts.Item',
    tag: 'time',
    around: inHistory(missed),
  },
  'HistoryParts.Duration': {
    part: HistoryParts.Duration,
    within: 'HistoryParts.Item',
    tag: 'time',
    around: inHistory(ended),
  },
  'HistoryParts.Result': {
    part: HistoryParts.Result,
    within: 'HistoryParts.Item',
    tag: 'span',
    around: inHistory(missed),
    data: { 'data-cause': 'cancelled', 'data-missed': '' },
  },

  'DeviceParts.Root': { part: DeviceParts.Root, tag: 'div' },
  'DeviceParts.Select': {
    part: DeviceParts.Select,
    within: 'DeviceParts.Root',
    around: watched,
    tag: 'select',
    props: {
      kind: 'speaker',
      systemDefault: 'System default',
      unnamed: (place: number) => `Speaker ${place}`,
      missing: (name: string) => `${name} (gone)`,
    },
    role: 'combobox',
    data: { 'data-kind': 'speaker' },
    on: 'change',
    observe: (phone) => phone.chooseDevice.mock.calls.length,
  },
  'DeviceParts.Level': { part: DeviceParts.Level, tag: 'div', role: 'meter' },
  'DeviceParts.TestSpeaker': {
    part: DeviceParts.TestSpeaker,
    within: 'DeviceParts.Root',
    around: watched,
    tag: 'button',
    role: 'button',
    on: 'click',
    observe: (phone) => phone.testSpeaker.mock.calls.length,
  },
  'DeviceParts.Allow': {
    part: DeviceParts.Allow,
    within: 'DeviceParts.Root',
    around: watched,
    tag: 'button',
    state: { devices: { ...devices, permission: 'prompt' } },
    hidden: { devices: devices },
    role: 'button',
    data: { 'data-permission': 'prompt' },
    on: 'click',
    observe: (phone) => phone.requestPermission.mock.calls.length,
  },

  'PhoneParts.Root': {
    part: PhoneParts.Root,
    tag: 'section',
    props: { 'aria-label': 'Phone' },
    role: 'region',
    data: { 'data-status': 'ready' },
  },
  'PhoneParts.Status': {
    part: PhoneParts.Status,
    tag: 'p',
    state: { transport: 'reconnecting' },
    role: 'status',
    data: { 'data-status': 'reconnecting' },
  },
  'PhoneParts.Alert': {
    part: PhoneParts.Alert,
    tag: 'div',
    state: { lastError: failed },
    hidden: { lastError: null },
    role: 'alert',
    data: { 'data-code': 'device-missing' },
  },
  'PhoneParts.DismissError': {
    part: PhoneParts.DismissError,
    tag: 'button',
    state: { lastError: failed },
    hidden: { lastError: null },
    role: 'button',
    on: 'click',
  },
  'PhoneParts.TurnOnSound': {
    part: PhoneParts.TurnOnSound,
    tag: 'button',
    state: blocked,
    hidden: { sound: 'ready' },
    role: 'button',
    on: 'click',
  },
};

/** The public names of all parts, as the package exports them. */
export const partNames = Object.entries(parts).flatMap(([namespace, members]) =>
  typeof members === 'object' ? Object.keys(members).map((name) => `${namespace}.${name}`) : [],
);
