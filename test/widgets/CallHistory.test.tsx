import { act, screen, within } from '@testing-library/react';
import { CallHistory, type CallId, PhoneProvider, WordsProvider } from '../../src/index.js';
import { de } from '../../src/locales/de.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { hostileRecords } from '../support/hostileRecords.js';
import { record, records } from '../support/records.js';
import { mount } from './mount.js';

const HOUR = 3_600_000;
const row = (name: string) => screen.getByRole('button', { name: `Call ${name}` });
const names = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

/** jsdom measures nothing. */
class SeesNothing {
  observe() {}
  unobserve() {}
  disconnect() {}
}

describe('<CallHistory>', () => {
  it('lists the calls of the phone, the newest first, as they come', () => {
    const past = (id: string, name: string, startedAt: number) =>
      fakeCall({
        id,
        startedAt,
        endedAt: startedAt,
        remote: { uri: `sip:${name}@x.test`, displayName: name },
      });
    const { phone } = mount(<CallHistory />, { history: [past('1', 'Ada', 1)] });
    expect(within(screen.getByRole('list', { name: 'Call history' })).getByRole('button')).toBe(row('Ada'));
    act(() => phone.store.setState(({ history }) => ({ history: [past('2', 'Grace', 2), ...history] })));
    expect(names()).toEqual(['Call Grace', 'Call Ada']);
  });

  it('lists the records of the host instead, in whatever order they come', () => {
    const calls = records(3);
    mount(<CallHistory calls={[calls[1]!, calls[2]!, calls[0]!]} />, { history: [fakeCall()] });
    expect(names()).toEqual(['Call Caller 1', 'Call Caller 2', 'Call Caller 3']);
  });

  it.each([
    ['Missed', record({ direction: 'inbound', endReason: null })],
    ['Outgoing No answer', record()],
    [
      'Incoming Declined',
      record({ direction: 'inbound', endReason: { statusCode: 603, reasonPhrase: '', cause: 'declined' } }),
    ],
    ['Incoming 4 min 27 sec', record({ direction: 'inbound', answeredAt: 1000, endedAt: 268_000 })],
  ])('says of a call "%s", and when it was', (said, entry) => {
    const now = new Date(2026, 2, 30, 12, 0).getTime();
    vi.useFakeTimers({ now, toFake: ['Date'] });
    mount(<CallHistory calls={[{ ...entry, startedAt: now - 2 * HOUR }]} />);
    vi.useRealTimers();
    expect(row('Bob')).toHaveAccessibleDescription(new RegExp(`^${said} 10:00\\sAM$`));
  });

  it.each(hostileRecords)('lists a record of the host with %s', (_, entry) => {
    const view = mount(<CallHistory calls={[record({ id: 'good' }), entry]} />).view;
    expect(screen.getAllByRole('button')).toHaveLength(2);
    expect(view.container).not.toHaveTextContent(/undefined|NaN|Infinity|Invalid/);
    for (const button of screen.getAllByRole('button')) {
      expect(button).toHaveAccessibleName(/^Call .+/);
      expect(button).not.toHaveAccessibleName(/undefined/);
    }
  });

  it('names who has no name by the number, and sorts what has no time last', () => {
    const nameless = record({ id: '1', remote: { uri: 'sip:1001@x.test', displayName: '' }, startedAt: 1 });
    const timeless = record({ id: '2', startedAt: Number.NaN });
    const [newest] = records(1);
    mount(<CallHistory calls={[nameless, timeless, newest!]} />);
    expect(names()).toEqual(['Call Caller 1', 'Call 1001', 'Call Bob']);
  });

  it('says what it is for while it is empty', () => {
    mount(<CallHistory />);
    expect(screen.getByText('No calls yet.')).toBeVisible();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('calls back', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<CallHistory calls={records(2)} />, {}, { call });
    await user.tab();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('sip:1@hookswitch.test', undefined);
  });

  it('is one stop of the Tab key, and the arrow keys move in it', async () => {
    const { user } = mount(
      <>
        <CallHistory calls={records(5)} />
        <button type="button">After</button>
      </>,
    );
    await user.tab();
    expect(row('Caller 1')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(row('Caller 1')).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(row('Caller 3')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
    await user.tab({ shift: true });
    expect(row('Caller 3')).toHaveFocus();
  });

  it.each(['{ArrowUp}', '{Home}', '{ArrowDown}{ArrowDown}', '{End}{End}'])(
    'leaves the focus where somebody types, after %s at an end of it',
    async (keys) => {
      const past = records(2).map((entry) => fakeCall({ ...entry, state: 'terminated' }));
      const { phone, user } = mount(
        <>
          <CallHistory />
          <input aria-label="Note" />
        </>,
        { history: past },
      );
      await user.tab();
      await user.keyboard(keys);
      const note = screen.getByRole('textbox', { name: 'Note' });
      await user.type(note, 'Call ');
      act(() => phone.store.setState({ history: [fakeCall({ id: 'new', startedAt: Date.now() }), ...past] }));
      expect(names()).toHaveLength(3);
      expect(note).toHaveFocus();
      await user.keyboard('Ada');
      expect(note).toHaveValue('Call Ada');
    },
  );

  it('shows every row where nothing can be measured, as in the tests of an app', async () => {
    const { user } = mount(<CallHistory calls={records(50)} />);
    expect(names()).toHaveLength(50);
    await user.tab();
    await user.keyboard('{End}');
    expect(row('Caller 50')).toHaveFocus();
    await user.keyboard('{PageUp}');
    expect(row('Caller 49')).toHaveFocus();
    expect(row('Caller 49').closest('li')).toHaveAttribute('aria-posinset', '49');
  });

  it('takes the keyboard to rows that were not there, and tells where they are', async () => {
    vi.stubGlobal('ResizeObserver', SeesNothing);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { user } = mount(<CallHistory calls={records(10_000)} />);
    expect(screen.queryByRole('button', { name: 'Call Caller 10000' })).toBeNull();
    await user.tab();
    await user.keyboard('{End}');
    expect(row('Caller 10000')).toHaveFocus();
    const item = row('Caller 10000').closest('li');
    expect(item).toHaveAttribute('aria-posinset', '10000');
    expect(item).toHaveAttribute('aria-setsize', '10000');
    await user.keyboard('{Home}');
    expect(row('Caller 1')).toHaveFocus();
  });

  it('stops at the same call when another one comes in above it', async () => {
    const calls = records(3);
    const { phone, view, user } = mount(<CallHistory calls={calls} />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    const newest = record({ id: 'new', startedAt: Date.now() });
    view.rerender(
      <PhoneProvider phone={phone}>
        <CallHistory calls={[newest, ...calls]} />
      </PhoneProvider>,
    );
    expect(row('Caller 2')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(row('Caller 1')).toHaveFocus();
  });

  it('speaks another language', () => {
    const today = new Date(2026, 2, 30, 12, 0).getTime();
    vi.useFakeTimers({ now: today, toFake: ['Date'] });
    const entry = record({ startedAt: today - 24 * HOUR, answeredAt: 0, endedAt: 58_000 });
    mount(
      <WordsProvider words={de}>
        <CallHistory calls={[entry]} />
      </WordsProvider>,
    );
    vi.useRealTimers();
    expect(screen.getByRole('button')).toHaveAccessibleDescription(/58 Sek\. gestern$/);
  });
});
