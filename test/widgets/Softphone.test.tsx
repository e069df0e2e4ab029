import { act, fireEvent, screen, within } from '@testing-library/react';
import { type CallId, type PhoneState, Softphone, WordsProvider } from '../../src/index.js';
import { en } from '../../src/locales/en.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';

const bob = { uri: 'sip:bob@hookswitch.test', displayName: 'Bob' };
const grace = { uri: 'sip:grace@hookswitch.test', displayName: 'Grace' };

const number = () => screen.getByRole('textbox', { name: 'Number or address' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('<Softphone>', () => {
  it('is a region named "Phone" unless it is told another name', () => {
    const { view } = mount(<Softphone />);
    expect(screen.getByRole('region', { name: 'Phone' })).toBeVisible();
    view.unmount();
    mount(<Softphone aria-label="Alice" className="mine" />);
    expect(screen.getByRole('region', { name: 'Alice' })).toHaveClass('hs-softphone', 'mine');
  });

  it.each<[string, Partial<PhoneState>]>([
    ['Ready', {}],
    ['Ready', { registration: 'off' }],
    ['Connecting', { transport: 'connecting' }],
    ['Connecting', { registration: 'registering' }],
    ['Reconnecting', { transport: 'reconnecting' }],
    ['Offline', { transport: 'disconnected' }],
    ['Sign-in failed', { registration: 'rejected' }],
  ])('tells "%s" as its one status while idle', (words, state) => {
    mount(<Softphone />, state);
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });

  it('puts the call in the place of the dialer and keeps what was typed', async () => {
    const { phone, user } = mount(<Softphone />);
    await user.type(number(), '42');
    await act(async () => phone.store.setState({ calls: [fakeCall()] }));
    expect(screen.getByRole('region', { name: 'Call with Bob' })).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    act(() => phone.store.setState({ calls: [] }));
    expect(number()).toHaveValue('42');
  });

  it('lets a person go on typing while a call rings', async () => {
    const { phone, user } = mount(<Softphone />);
    await user.type(number(), '4');
    act(() =>
      phone.store.setState({ calls: [fakeCall({ direction: 'inbound', state: 'ringing', remote: grace })] }),
    );
    await user.keyboard('2');
    expect(screen.getByRole('alertdialog', { name: 'Incoming call' })).toHaveAccessibleDescription('Grace');
    expect(number()).toHaveValue('42');
    expect(number()).toHaveFocus();
  });

  it('keeps the keyboard inside when the dialer gives way to the call', async () => {
    const { phone, user } = mount(<Softphone />);
    await user.type(number(), '42{Enter}');
    await act(async () => phone.store.setState({ calls: [fakeCall({ state: 'trying' })] }));
    expect(screen.getByRole('region', { name: 'Phone' })).toContainElement(
      document.activeElement as HTMLElement,
    );
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.tab();
    expect(button('Mute')).toHaveFocus();
  });

  it('tells what went wrong and what to do, until it is dismissed', async () => {
    const dismissError = vi.fn();
    const { user } = mount(
      <Softphone />,
      { lastError: { code: 'permission-denied', callId: null, at: 0 } },
      { dismissError },
    );
    const { what, next } = en.errors['permission-denied'];
    expect(screen.getByRole('alert')).toHaveTextContent(what);
    expect(screen.getByRole('alert')).toHaveTextContent(next);
    await user.click(button('Dismiss the message'));
    expect(dismissError).toHaveBeenCalledOnce();
  });

  it('tells that the browser keeps the sound off, and turns it on', async () => {
    const turnOnSound = vi.fn(async () => {});
    const { user } = mount(<Softphone />, { sound: 'blocked' }, { turnOnSound });
    expect(screen.getByRole('alert')).toHaveTextContent('The browser keeps sound off.');
    await user.click(button('Turn on sound'));
    expect(turnOnSound).toHaveBeenCalledOnce();
  });

  describe('sound settings', () => {
    it('open and close with their button', async () => {
      const { user } = mount(<Softphone />);
      expect(button('Sound')).toHaveAttribute('aria-expanded', 'false');
      await user.click(button('Sound'));
      expect(button('Sound')).toHaveAttribute('aria-expanded', 'true');
      expect(screen.getByRole('combobox', { name: 'Microphone' })).toBeVisible();
      await user.click(button('Sound'));
      expect(screen.queryByRole('combobox')).toBeNull();
    });

    it('close with Escape and give the focus back', async () => {
      const { user } = mount(<Softphone />);
      await user.click(button('Sound'));
      await user.click(screen.getByRole('combobox', { name: 'Ringer' }));
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('combobox')).toBeNull();
      expect(button('Sound')).toHaveFocus();
    });

    it('close when the person turns to what is under them', async () => {
      const { user } = mount(<Softphone />);
      await user.click(button('Sound'));
      await user.click(number());
      expect(screen.queryByRole('combobox')).toBeNull();
    });

    it('close when the person turns to something else in the page', async () => {
      const { user } = mount(
        <>
          <Softphone />
          <p>The page</p>
        </>,
      );
      await user.click(button('Sound'));
      await user.click(screen.getByText('The page'));
      expect(screen.queryByRole('combobox')).toBeNull();
    });

    it('close with Escape where a button that is pressed gets no focus', async () => {
      const { user } = mount(<Softphone />);
      await user.click(button('Sound'));
      act(() => button('Sound').blur());
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('combobox')).toBeNull();
    });
  });

  describe('with two calls', () => {
    const first = fakeCall({ id: 'first', hold: 'local', remote: bob });
    const second = fakeCall({ id: 'second', remote: grace });

    it('shows the newest and brings the other to the front when asked', async () => {
      const { user } = mount(<Softphone />, { calls: [first, second] });
      expect(screen.getByRole('region', { name: 'Call with Grace' })).toBeVisible();
      const others = within(screen.getByRole('list', { name: 'Other calls' }));
      expect(others.getByRole('button')).toHaveTextContent('You put this call on hold');
      await user.click(others.getByRole('button', { name: /^Bob/ }));
      expect(screen.getByRole('region', { name: 'Call with Bob' })).toBeVisible();
      expect(button(/^Grace/)).toBeVisible();
    });

    it('returns to the one that is left', async () => {
      const dismiss = vi.fn();
      const { phone } = mount(<Softphone />, { calls: [first, second] }, { dismiss });
      act(() => phone.store.setState({ calls: [first] }));
      expect(screen.getByRole('region', { name: 'Call with Bob' })).toBeVisible();
      expect(screen.queryByRole('list')).toBeNull();
    });
  });

  it('speaks another language', () => {
    const words = { ...en, phone: 'Telefon', status: { ...en.status, ready: 'Bereit' } };
    mount(
      <WordsProvider words={words}>
        <Softphone />
      </WordsProvider>,
    );
    expect(screen.getByRole('region', { name: 'Telefon' })).toContainElement(screen.getByRole('status'));
    expect(screen.getByRole('status')).toHaveTextContent('Bereit');
  });

  it('calls what was dialled', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<Softphone />, {}, { call });
    await user.click(button('7'));
    await user.click(button('Call'));
    expect(call).toHaveBeenCalledExactlyOnceWith('7', undefined);
  });

  describe('without a call', () => {
    const missed = (id: string, startedAt: number) =>
      fakeCall({
        id,
        direction: 'inbound',
        state: 'terminated',
        startedAt,
        endedAt: startedAt,
        remote: grace,
      });
    const tab = (name: string) => screen.getByRole('tab', { name: new RegExp(`^${name}`) });

    it('shows the keypad or the calls of the past, as the keyboard says', async () => {
      const { user } = mount(<Softphone />, { history: [missed('1', 1)] });
      expect(screen.getByRole('tabpanel', { name: 'Keypad' })).toContainElement(number());
      act(() => tab('Keypad').focus());
      await user.keyboard('{ArrowRight}');
      expect(tab('Recents')).toHaveFocus();
      expect(tab('Recents')).toHaveAttribute('aria-selected', 'true');
      expect(screen.getByRole('tabpanel', { name: 'Recents' })).toContainElement(button('Call Grace'));
      expect(screen.queryByRole('textbox')).toBeNull();
      await user.keyboard('{ArrowRight}');
      expect(tab('Keypad')).toHaveFocus();
      await user.keyboard('{End}');
      expect(tab('Recents')).toHaveFocus();
      await user.keyboard('{Home}');
      expect(screen.getByRole('tabpanel', { name: 'Keypad' })).toContainElement(number());
    });

    it.each([
      ['back', { key: 'ArrowLeft', altKey: true }],
      ['back on a Mac', { key: 'ArrowLeft', metaKey: true }],
      ['to another word', { key: 'ArrowRight', ctrlKey: true }],
      ['on selecting', { key: 'End', shiftKey: true }],
    ])('leaves it to the browser to go %s', (_, pressed) => {
      mount(<Softphone />);
      expect(fireEvent.keyDown(tab('Keypad'), pressed)).toBe(true);
      expect(tab('Keypad')).toHaveAttribute('aria-selected', 'true');
    });

    it('is one stop of the Tab key for both views', async () => {
      const { user } = mount(<Softphone />);
      act(() => tab('Keypad').focus());
      await user.tab();
      expect(document.body).toHaveFocus();
    });

    it('keeps what was typed while the history is looked at', async () => {
      const { user } = mount(<Softphone />);
      await user.type(number(), '42');
      await user.click(tab('Recents'));
      await user.click(tab('Keypad'));
      expect(number()).toHaveValue('42');
    });

    it('says how many calls were missed since the history was looked at', async () => {
      const { phone, user } = mount(<Softphone />, { history: [missed('2', 2), missed('1', 1)] });
      expect(tab('Recents')).toHaveAccessibleDescription('2 missed calls');
      await user.click(tab('Recents'));
      expect(tab('Recents')).toHaveAccessibleDescription('');
      const comes = (id: string) =>
        act(() => phone.store.setState(({ history }) => ({ history: [missed(id, Number(id)), ...history] })));
      comes('3');
      expect(tab('Recents')).toHaveAccessibleDescription('');
      await user.click(tab('Keypad'));
      comes('4');
      expect(tab('Recents')).toHaveAccessibleDescription('1 missed call');
    });

    it('puts the views away during a call, and comes back to the one that was shown', async () => {
      const { phone, user } = mount(<Softphone />, { history: [missed('1', 1)] });
      await user.click(tab('Recents'));
      act(() => phone.store.setState({ calls: [fakeCall()] }));
      expect(screen.queryByRole('tab')).toBeNull();
      expect(screen.queryByRole('tabpanel')).toBeNull();
      act(() => phone.store.setState({ calls: [] }));
      expect(button('Call Grace')).toBeVisible();
    });
  });
});
