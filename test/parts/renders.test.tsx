import { act, fireEvent, render, screen } from '@testing-library/react';
import { createElement, type ElementType, type ReactElement, type ReactNode } from 'react';
import { PhoneProvider } from '../../src/hooks/index.js';
import { CallParts, DeviceParts, DialerParts, IncomingCallParts, PhoneParts } from '../../src/parts/index.js';
import type { Call, CallId } from '../../src/phone/state.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';

/** A whole phone in which every part says when it renders, and the levels are the test's to make. */
function countedPhone() {
  const rendered = new Set<string>();
  const levels: ((level: number) => void)[] = [];
  const phone = fakePhone(
    {
      calls: [
        fakeCall({ id: 'talk', answeredAt: Date.now() }),
        fakeCall({ id: 'ring', direction: 'inbound', state: 'ringing' }),
      ],
    },
    {
      meter: (_source, callback) => {
        levels.push(callback);
        return () => {};
      },
    },
  );

  const counted = (
    name: string,
    Part: ElementType,
    tag: string,
    props: object = {},
    children?: ReactNode,
  ) => {
    const show = (given: object): ReactElement => {
      rendered.add(name);
      return createElement(tag, given);
    };
    return (
      <Part {...props} render={show}>
        {children}
      </Part>
    );
  };

  render(
    <PhoneProvider phone={phone}>
      {counted(
        'phone',
        PhoneParts.Root,
        'section',
        {},
        <>
          {counted('status', PhoneParts.Status, 'p')}
          {counted(
            'dialer',
            DialerParts.Root,
            'form',
            {},
            <>
              {counted('dialer input', DialerParts.Input, 'input')}
              {counted(
                'dialer keys',
                DialerParts.Keys,
                'div',
                {},
                <>
                  {counted('dialer key', DialerParts.Key, 'button', { digit: '1' })}
                  {counted('other key', DialerParts.Key, 'button', { digit: '0', hold: '+' })}
                </>,
              )}
              {counted('dialer delete', DialerParts.Delete, 'button')}
              {counted('dialer call', DialerParts.Call, 'button')}
            </>,
          )}
          {counted(
            'call',
            CallParts.Root,
            'section',
            { callId: 'talk' },
            <>
              {counted('name', CallParts.Name, 'span')}
              {counted('address', CallParts.Address, 'span')}
              {counted('call status', CallParts.Status, 'p')}
              {counted('timer', CallParts.Timer, 'time')}
              {counted('mute', CallParts.Mute, 'button')}
              {counted('hold', CallParts.Hold, 'button')}
              {counted('sent', CallParts.Sent, 'output')}
              {counted(
                'tones',
                CallParts.Keys,
                'div',
                {},
                counted('tone', CallParts.Key, 'button', { digit: '2' }),
              )}
              {counted('hangup', CallParts.Hangup, 'button')}
              {counted('again', CallParts.Again, 'button')}
              {counted('dismiss', CallParts.Dismiss, 'button')}
            </>,
          )}
          {counted(
            'incoming',
            IncomingCallParts.Root,
            'div',
            { callId: 'ring' },
            <>
              {counted('caller', IncomingCallParts.Name, 'span')}
              {counted('answer', IncomingCallParts.Answer, 'button')}
              {counted('silence', IncomingCallParts.Silence, 'button')}
              {counted('decline', IncomingCallParts.Decline, 'button')}
            </>,
          )}
          {counted('level', DeviceParts.Level, 'div')}
        </>,
      )}
    </PhoneProvider>,
  );

  const patch = (id: string, facts: Partial<Call>) =>
    phone.store.setState(({ calls }) => ({
      calls: calls.map((call) => (call.id === (id as CallId) ? { ...call, ...facts } : call)),
    }));
  return { phone, patch, rendered, say: (level: number) => levels.forEach((told) => void told(level)) };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

type Counted = ReturnType<typeof countedPhone>;

describe('what renders again', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it.each<[string, (given: Counted) => void, string[]]>([
    [
      'the first key of a number: what shows it, and what shows that there is one',
      () => press('1'),
      ['dialer', 'dialer input', 'dialer delete', 'dialer call'],
    ],
    [
      'an arrow from key to key: nothing',
      () => fireEvent.keyDown(screen.getByRole('button', { name: '1' }), { key: 'ArrowRight' }),
      [],
    ],
    ['a digit that is sent: what shows it', () => press('2'), ['sent']],
    [
      'a digit that is typed in a call: what shows it',
      () => fireEvent.keyDown(screen.getByRole('button', { name: '2' }), { key: '7' }),
      ['sent'],
    ],
    ['a ringer that is silenced: its button', ({ patch }) => patch('ring', { silenced: true }), ['silence']],
    ['mute: its button alone', ({ patch }) => patch('talk', { muted: true }), ['mute']],
    [
      'a hold that is asked for: its button and what is said',
      ({ patch }) => patch('talk', { pending: 'hold' }),
      ['call status', 'hold'],
    ],
    [
      'a call on hold: what shows it',
      ({ patch }) => patch('talk', { hold: 'local' }),
      ['call', 'call status', 'hold'],
    ],
    ['a second of talk: the timer alone', () => vi.advanceTimersByTime(1000), ['timer']],
    ['a level: nothing', ({ say }) => say(0.5), []],
    [
      'the microphone of another call: its own button',
      ({ patch }) => patch('ring', { pending: 'microphone' }),
      ['answer'],
    ],
    [
      'a new call elsewhere: nothing',
      ({ phone }) =>
        phone.store.setState(({ calls }) => ({
          calls: [...calls, fakeCall({ id: 'new', state: 'trying' })],
        })),
      [],
    ],
    [
      'a lost connection: the phone and its status',
      ({ phone }) => phone.store.setState({ transport: 'reconnecting' }),
      ['phone', 'status'],
    ],
  ])('%s', async (_, happen, expected) => {
    const counted = countedPhone();
    counted.rendered.clear();
    await act(async () => happen(counted));
    expect([...counted.rendered].sort()).toEqual([...expected].sort());
  });

  it('every further key of a number: the input alone', () => {
    const counted = countedPhone();
    act(() => press('1'));
    counted.rendered.clear();
    act(() => press('0'));
    expect([...counted.rendered]).toEqual(['dialer input']);
  });

  it.each<[string, (given: Counted) => void]>([
    ['a level', ({ say }) => say(0.5)],
    ['a minute of talk', () => vi.advanceTimersByTime(60_000)],
    ['a key press', () => press('1')],
  ])('%s costs no write to the state', (_, happen) => {
    const counted = countedPhone();
    const written = vi.fn();
    counted.phone.store.subscribe(written);
    act(() => happen(counted));
    expect(written).not.toHaveBeenCalled();
  });
});
