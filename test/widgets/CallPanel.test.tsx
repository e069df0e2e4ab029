import { act, fireEvent, screen, within } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { type Call, type CallId, CallPanel } from '../../src/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';

type Facts = Parameters<typeof fakeCall>[0];

const panel = () => screen.getByRole('region', { name: 'Call with Bob' });
const button = (name: string) => within(panel()).getByRole('button', { name });
const spy = () => vi.fn(async () => {});

const over = (cause: NonNullable<Call['endReason']>['cause'], facts: Facts = {}) =>
  fakeCall({
    state: 'terminated',
    endedAt: 0,
    endReason: { statusCode: 0, reasonPhrase: '', cause },
    ...facts,
  });

describe('<CallPanel>', () => {
  it('shows nothing without a call', () => {
    mount(<CallPanel />);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it.each<[string, Facts]>([
    ['Waiting for the microphone…', { state: 'trying', pending: 'microphone' }],
    ['Calling…', { state: 'trying' }],
    ['Ringing…', { state: 'ringing' }],
    ['Incoming call', { state: 'ringing', direction: 'inbound' }],
    ['Connecting…', { state: 'connecting' }],
    ['Connected', {}],
    ['Putting the call on hold…', { pending: 'hold' }],
    ['Taking the call off hold…', { pending: 'resume', hold: 'local' }],
    ['You put this call on hold', { hold: 'local' }],
    ['They put you on hold', { hold: 'remote' }],
    ['You are both on hold', { hold: 'both' }],
    ['Hanging up…', { state: 'terminating' }],
  ])('tells "%s"', (words, facts) => {
    mount(<CallPanel callId={'call-1' as CallId} />, { calls: [fakeCall(facts)] });
    expect(within(panel()).getByRole('status')).toHaveTextContent(words);
  });

  it.each<[string, Call]>([
    ['Busy', over('busy')],
    ['Declined', over('declined')],
    ['No answer', over('no-answer')],
    ['Not found', over('not-found')],
    ['Unavailable', over('unavailable')],
    ['Cancelled', over('cancelled')],
    ['Connection lost', over('lost')],
    ['Call failed', over('failed')],
    ['Call ended', over('normal')],
    ['Missed call', over('cancelled', { direction: 'inbound' })],
    ['Missed call', over('no-answer', { direction: 'inbound' })],
    ['Answered elsewhere', over('answered-elsewhere', { direction: 'inbound' })],
  ])('says why a call ended: "%s"', (words, call) => {
    mount(<CallPanel />, { calls: [call] });
    expect(within(panel()).getByRole('status')).toHaveTextContent(words);
    expect(within(panel()).queryByRole('button', { name: 'Hang up' })).toBeNull();
  });

  it("passes on the server's answer to a call that failed", () => {
    const endReason = { statusCode: 503, reasonPhrase: 'Service Unavailable', cause: 'failed' } as const;
    mount(<CallPanel />, { calls: [over('failed', { endReason })] });
    expect(screen.getByRole('status')).toHaveTextContent('503 Service Unavailable');
  });

  it.each([
    ['Mute', 'mute', 'false', {}],
    ['Mute', 'unmute', 'true', { muted: true }],
    ['Hold', 'hold', 'false', {}],
    ['Hold', 'resume', 'true', { hold: 'local' }],
    ['Hold', 'hold', 'false', { hold: 'remote' }],
  ] as const)(
    'has a toggle "%s" that asks to %s when it is pressed: %s',
    async (name, verb, pressed, facts) => {
      const asked = spy();
      const { user } = mount(<CallPanel />, { calls: [fakeCall(facts)] }, { [verb]: asked });
      expect(button(name)).toHaveAttribute('aria-pressed', pressed);
      await user.click(button(name));
      expect(asked).toHaveBeenCalledExactlyOnceWith('call-1');
    },
  );

  it('hangs up', async () => {
    const hangup = spy();
    const { user } = mount(<CallPanel />, { calls: [fakeCall({ state: 'ringing' })] }, { hangup });
    await user.click(button('Hang up'));
    expect(hangup).toHaveBeenCalledExactlyOnceWith('call-1');
  });

  it('shows how long the call has lasted', () => {
    mount(<CallPanel />, { calls: [fakeCall({ answeredAt: Date.now() - 65_000 })] });
    expect(screen.getByRole('timer')).toHaveTextContent('1:05');
  });

  it.each([
    ['shows', 'none', true],
    ['shows', 'remote', true],
    ['hides', 'local', false],
    ['hides', 'both', false],
  ] as const)('%s how loud the other party is while the hold is "%s"', (_, hold, heard) => {
    const meter = vi.fn(() => () => {});
    mount(<CallPanel />, { calls: [fakeCall({ hold })] }, { meter });
    expect(meter.mock.calls.length).toBe(heard ? 1 : 0);
  });

  describe('keypad', () => {
    it('sends digits by key and by keyboard, and shows them', async () => {
      const sendDtmf = spy();
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] }, { sendDtmf });
      await user.click(button('Keypad'));
      expect(button('Keypad')).toHaveAttribute('aria-pressed', 'true');
      await user.click(button('4'));
      await user.keyboard('2#x');
      expect(sendDtmf.mock.calls).toEqual([
        ['call-1', '4'],
        ['call-1', '2'],
        ['call-1', '#'],
      ]);
      expect(panel()).toHaveTextContent('42#');
    });

    it('sends one digit however long its key is held', async () => {
      const sendDtmf = spy();
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] }, { sendDtmf });
      await user.click(button('Keypad'));
      await user.keyboard('{5>3/}');
      expect(sendDtmf.mock.calls).toEqual([['call-1', '5']]);
    });

    it('sends what is typed while it is closed too, but no shortcut of the browser', async () => {
      const sendDtmf = spy();
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] }, { sendDtmf });
      await user.click(button('Mute'));
      await user.keyboard('7{Control>}1{/Control}');
      expect(sendDtmf.mock.calls).toEqual([['call-1', '7']]);
      expect(within(panel()).getByLabelText('Sent digits')).toHaveTextContent(/^7$/);
    });

    it('waits for the call to be answered', () => {
      mount(<CallPanel />, { calls: [fakeCall({ state: 'ringing' })] });
      expect(button('Keypad')).toBeDisabled();
      expect(button('Hold')).toBeDisabled();
      expect(button('Mute')).toBeEnabled();
    });
  });

  describe('device menu', () => {
    const menu = () => button('Sound');
    const microphone = () => within(panel()).queryByRole('combobox', { name: 'Microphone' });

    it('opens the choice of devices, which comes next', async () => {
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] });
      expect(menu()).toHaveAttribute('aria-expanded', 'false');
      expect(microphone()).toBeNull();
      await user.click(menu());
      expect(menu()).toHaveAttribute('aria-expanded', 'true');
      await user.tab();
      expect(microphone()).toHaveFocus();
    });

    it('closes by Escape, which gives the focus back', async () => {
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] });
      await user.click(menu());
      await user.tab();
      await user.keyboard('{Escape}');
      expect(microphone()).toBeNull();
      expect(menu()).toHaveFocus();
    });

    it('closes when something else is pressed or gets the focus', async () => {
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] });
      await user.click(menu());
      await user.click(document.body);
      expect(microphone()).toBeNull();
      await user.click(menu());
      act(() => button('Mute').focus());
      expect(microphone()).toBeNull();
      await user.click(menu());
      await user.click(microphone()!);
      expect(microphone()).toBeInTheDocument();
    });

    it('closes when the focus goes elsewhere in the same shadow root, or out of it', async () => {
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'open' });
      const inside = within(root.appendChild(document.createElement('div')));
      const { view } = mount(createPortal(<CallPanel />, root.firstElementChild!), { calls: [fakeCall()] });
      const menu = inside.getByRole('button', { name: 'Sound' });
      const microphone = () => inside.queryByRole('combobox', { name: 'Microphone' });
      fireEvent.click(menu);
      act(() => microphone()!.focus());
      expect(microphone()).toBeInTheDocument();
      act(() => inside.getByRole('button', { name: 'Mute' }).focus());
      expect(microphone()).toBeNull();

      const note = document.body.appendChild(document.createElement('input'));
      fireEvent.click(menu);
      act(() => microphone()!.focus());
      act(() => note.focus());
      expect(microphone()).toBeNull();
      view.unmount();
      host.remove();
      note.remove();
    });

    it('sends no digit that is typed to find a device', async () => {
      const sendDtmf = spy();
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] }, { sendDtmf });
      await user.click(menu());
      await user.tab();
      await user.keyboard('2');
      expect(sendDtmf).not.toHaveBeenCalled();
    });

    it('is left out where the page has the devices elsewhere', () => {
      mount(<CallPanel devices={false} />, { calls: [fakeCall()] });
      expect(within(panel()).queryByRole('button', { name: 'Sound' })).toBeNull();
    });
  });

  describe('with the keyboard alone', () => {
    const focused = () =>
      document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

    /** Goes once through all stops of the Tab key. */
    async function stops(user: ReturnType<typeof mount>['user']) {
      const names: unknown[] = [];
      for (await user.tab(); document.activeElement !== document.body; await user.tab())
        names.push(focused());
      return names;
    }

    it('reaches every control, and the keypad as one stop', async () => {
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] });
      expect(await stops(user)).toEqual(['Mute', 'Keypad', 'Hold', 'Sound', 'Hang up']);
      act(() => button('Keypad').focus());
      await user.keyboard('{Enter}');
      act(() => button('Keypad').blur());
      expect(await stops(user)).toEqual(['1', 'Mute', 'Keypad', 'Hold', 'Sound', 'Hang up']);
    });

    it('does all that can be done', async () => {
      const verbs = { mute: spy(), hold: spy(), sendDtmf: spy(), hangup: spy() };
      const { user } = mount(<CallPanel />, { calls: [fakeCall()] }, verbs);
      await user.keyboard('{Tab} {Tab}{Enter}{Shift>}{Tab}{Tab}{/Shift}{ArrowRight}{ArrowDown}{Enter}');
      expect(verbs.sendDtmf).toHaveBeenLastCalledWith('call-1', '5');
      await user.keyboard('9{Tab}{Tab}{Tab}{Enter}{Tab}{Tab}{Enter}');
      expect(verbs.sendDtmf).toHaveBeenLastCalledWith('call-1', '9');
      for (const verb of [verbs.mute, verbs.hold, verbs.hangup]) {
        expect(verb).toHaveBeenCalledExactlyOnceWith('call-1');
      }
    });

    it('calls again and dismisses', async () => {
      const verbs = { call: vi.fn(async () => 'call-2' as CallId), dismiss: vi.fn() };
      const { user } = mount(<CallPanel />, { calls: [over('busy')] }, verbs);
      expect(await stops(user)).toEqual(['Dismiss', 'Call again']);
      await user.keyboard('{Tab}{Tab}{Enter}');
      expect(verbs.call).toHaveBeenCalledOnce();
    });
  });

  describe('after the end', () => {
    beforeEach(() => vi.useFakeTimers());
    afterEach(() => vi.useRealTimers());
    const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

    it('goes away by itself after some seconds', () => {
      const dismiss = vi.fn();
      mount(<CallPanel />, { calls: [over('busy')] }, { dismiss });
      pass(7);
      expect(dismiss).not.toHaveBeenCalled();
      pass(2);
      expect(dismiss).toHaveBeenCalledExactlyOnceWith('call-1');
    });

    it('stays under a pointer', () => {
      const dismiss = vi.fn();
      mount(<CallPanel />, { calls: [over('busy')] }, { dismiss });
      fireEvent.pointerEnter(panel());
      pass(20);
      expect(dismiss).not.toHaveBeenCalled();
      fireEvent.pointerLeave(panel());
      pass(9);
      expect(dismiss).toHaveBeenCalledOnce();
    });

    it('stays while one of its buttons has the focus', () => {
      const dismiss = vi.fn();
      mount(<CallPanel />, { calls: [over('busy')] }, { dismiss });
      act(() => button('Dismiss').focus());
      pass(20);
      expect(dismiss).not.toHaveBeenCalled();
      act(() => button('Dismiss').blur());
      pass(9);
      expect(dismiss).toHaveBeenCalledOnce();
    });

    it('goes away for whoever hung up by the keyboard', async () => {
      const dismiss = vi.fn();
      const end = () => phone.store.setState({ calls: [over('normal')] });
      const { phone } = mount(<CallPanel />, { calls: [fakeCall()] }, { dismiss, hangup: async () => end() });
      act(() => button('Hang up').focus());
      await act(async () => fireEvent.click(button('Hang up')));
      expect(panel()).toHaveFocus();
      pass(9);
      expect(dismiss).toHaveBeenCalledExactlyOnceWith('call-1');
    });
  });

  it('calls the same party again', async () => {
    const [call, dismiss] = [vi.fn(async () => 'call-2' as CallId), vi.fn()];
    const { user } = mount(<CallPanel />, { calls: [over('no-answer')] }, { call, dismiss });
    await user.click(button('Call again'));
    expect(call).toHaveBeenCalledExactlyOnceWith('sip:bob@hookswitch.test', undefined);
    await vi.waitFor(() => expect(dismiss).toHaveBeenCalledExactlyOnceWith('call-1'));
  });

  it('keeps the keyboard in its place when the button that was pressed goes away', async () => {
    const { phone, user } = mount(<CallPanel />, { calls: [fakeCall()] });
    await user.click(button('Hang up'));
    act(() => phone.store.setState({ calls: [over('normal')] }));
    expect(panel()).toHaveFocus();
    await user.tab();
    expect(button('Dismiss')).toHaveFocus();
  });

  it('takes no focus that it did not have', () => {
    const { phone } = mount(<CallPanel />, { calls: [fakeCall()] });
    act(() => phone.store.setState({ calls: [over('normal')] }));
    expect(document.body).toHaveFocus();
  });
});
