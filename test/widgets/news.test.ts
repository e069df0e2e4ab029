import { en } from '../../src/locales/en.js';
import type { Call, DevicesState } from '../../src/phone/index.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { knownAtFirst, news } from '../../src/widgets/news.js';

type Facts = Parameters<typeof fakeCall>[0];

const idle = fakePhone().store.getState();
const withCalls = (...calls: Call[]) => ({ ...idle, calls });
const said = (before: Call[], now: Call[], hotkey?: string) =>
  news(withCalls(...before), withCalls(...now), en, hotkey).map(({ text, urgent }) =>
    urgent ? `!${text}` : text,
  );
const becomes = (before: Facts, now: Facts) => said([fakeCall(before)], [fakeCall(now)]);

const rings: Facts = { direction: 'inbound', state: 'ringing' };
const over = (cause: NonNullable<Call['endReason']>['cause']): Facts => ({
  state: 'terminated',
  endReason: { statusCode: 0, reasonPhrase: '', cause },
});

describe('news of a call', () => {
  it('is urgent when it rings here, and says how to reach it', () => {
    expect(said([], [fakeCall(rings)])).toEqual(['!Incoming call from Bob.']);
    expect(said([], [fakeCall(rings)], 'F8')).toEqual(['!Incoming call from Bob. Press F8 to go to it.']);
  });

  it.each<[string, Facts, Facts]>([
    ['Ringing…', { state: 'trying' }, { state: 'ringing' }],
    ['Connected', { state: 'ringing' }, {}],
    ['Connected', { state: 'connecting' }, {}],
    ['Connected', rings, { ...rings, state: 'established' }],
    ['You put this call on hold', { pending: 'hold' }, { hold: 'local' }],
    ['They put you on hold', {}, { hold: 'remote' }],
    ['You are both on hold', { hold: 'remote' }, { hold: 'both' }],
    ['Connected', { hold: 'local', pending: 'resume' }, {}],
    ['Busy – They are on another call.', { state: 'trying' }, over('busy')],
    ['Call ended', {}, over('normal')],
    ['Missed call – They hung up before you answered.', rings, { ...rings, ...over('cancelled') }],
  ])('says "%s"', (what, before, now) => {
    expect(becomes(before, now)).toEqual([`Call with Bob: ${what}`]);
  });

  it('says that a call begins', () => {
    expect(said([], [fakeCall({ state: 'trying', pending: 'microphone' })])).toEqual([
      'Call with Bob: Calling…',
    ]);
  });

  it.each<[string, Facts, Facts]>([
    ['what is asked for', {}, { pending: 'hold' }],
    ['a mute', {}, { muted: true }],
    ['a ringer that is silenced', rings, { ...rings, silenced: true }],
    ['what passes by', rings, { ...rings, state: 'connecting' }],
    ['a goodbye on its way', {}, { state: 'terminating' }],
  ])('does not tell of %s', (_, before, now) => {
    expect(becomes(before, now)).toEqual([]);
  });

  it('does not tell of a call that is taken off the screen', () => {
    expect(said([fakeCall(over('busy'))], [])).toEqual([]);
  });

  it('tells of each of several', () => {
    const [first, second] = [fakeCall({ id: 'first' }), fakeCall({ id: 'second', ...rings })];
    const now = [
      { ...first, hold: 'local' as const },
      { ...second, state: 'established' as const },
    ];
    expect(said([first, second], now)).toEqual([
      'Call with Bob: You put this call on hold',
      'Call with Bob: Connected',
    ]);
  });

  it('is of nothing but a ringing call for somebody who comes late', () => {
    const there = withCalls(fakeCall({ id: 'first' }), fakeCall({ id: 'second', ...rings }));
    expect(news(knownAtFirst(there), there, en).map(({ text }) => text)).toEqual(['Incoming call from Bob.']);
  });
});

describe('news of devices', () => {
  const headset = { id: 'usb', label: 'Headset' };
  const laptop = { id: 'laptop', label: 'Laptop' };
  const devices = (facts: Partial<DevicesState>) => ({ ...idle, devices: { ...idle.devices, ...facts } });
  const both = { microphones: [laptop, headset], speakers: [laptop, headset] };
  const one = { microphones: [laptop], speakers: [laptop] };
  const told = (before: Partial<DevicesState>, now: Partial<DevicesState>) =>
    news(devices(before), devices(now), en);

  it('says once of a headset that it is connected', () => {
    expect(told(one, both)).toEqual([{ text: 'Headset is connected.', urgent: false }]);
  });

  it('says that one is gone, urgently when it was in use', () => {
    const text = 'Headset is no longer connected.';
    expect(told(both, one)).toEqual([{ text, urgent: false }]);
    expect(told({ ...both, microphone: 'usb' }, one)).toEqual([{ text, urgent: true }]);
    expect(told({ ...both, ringer: 'usb' }, one)).toEqual([{ text, urgent: true }]);
  });

  it('knows the one that the system had chosen', () => {
    const system = { id: 'default', label: 'Default - Headset' };
    const before = { microphones: [system, laptop, headset], speakers: [] };
    expect(told(before, one)).toEqual([{ text: 'Headset is no longer connected.', urgent: true }]);
  });

  it('takes devices that only now get names for devices that were there', () => {
    const nameless = { microphones: [{ id: '', label: '' }], speakers: [] };
    expect(told(nameless, both)).toEqual([]);
    expect(told(both, nameless)).toEqual([]);
    expect(told({}, both)).toEqual([]);
  });
});
