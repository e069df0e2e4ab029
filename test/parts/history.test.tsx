import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type HistoryEntry, HistoryParts, isMissed } from '../../src/parts/index.js';
import type { EndCause } from '../../src/phone/state.js';
import { hostileRecords } from '../support/hostileRecords.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

/** A row as a host's own database may give it. */
const row = (facts: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: '4711',
  direction: 'outbound',
  remote: { uri: 'sip:bob@hookswitch.test', displayName: 'Bob' },
  startedAt: Date.UTC(2026, 4, 17, 9, 30),
  answeredAt: null,
  endedAt: Date.UTC(2026, 4, 17, 9, 31),
  endReason: null,
  ...facts,
});

const because = (cause: EndCause) => ({ endReason: { statusCode: 0, reasonPhrase: '', cause } });

function mount(...entries: HistoryEntry[]) {
  const phone = spyPhone();
  render(
    <HistoryParts.Root aria-label="Calls">
      {entries.map((entry) => (
        <HistoryParts.Item key={entry.id} entry={entry}>
          <HistoryParts.Call aria-label={`Call ${entry.remote.displayName}`}>
            <HistoryParts.Name data-testid="name" />
            <HistoryParts.Address data-testid="address" />
          </HistoryParts.Call>
          <HistoryParts.When data-testid="when">half past nine</HistoryParts.When>
          <HistoryParts.Duration data-testid="duration" />
          <HistoryParts.Result data-testid="result">Busy</HistoryParts.Result>
        </HistoryParts.Item>
      ))}
    </HistoryParts.Root>,
    { wrapper: withPhone(phone) },
  );
  return phone;
}

const items = () => within(screen.getByRole('list', { name: 'Calls' })).getAllByRole('listitem');

describe('the history', () => {
  it('calls again who is in a row, as it was called then', async () => {
    const phone = mount(
      row(),
      row({ id: '2', remote: { uri: 'sips:carol@elsewhere.test', displayName: 'Carol' } }),
    );
    expect(items()).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Call Carol' }));
    expect(phone.call.mock.lastCall?.[0]).toBe('sips:carol@elsewhere.test');
  });

  it('says who it was, and the address where that is another', () => {
    mount(row({ remote: { uri: 'sip:+4420@hookswitch.test', displayName: 'بوب' } }));
    expect(screen.getByTestId('name')).toHaveTextContent('بوب');
    expect(screen.getByTestId('name')).toHaveAttribute('dir', 'auto');
    expect(screen.getByTestId('address')).toHaveTextContent('+4420');
    expect(screen.getByTestId('address')).toHaveAttribute('dir', 'ltr');
  });

  it('does not say a number twice', () => {
    mount(row({ remote: { uri: 'sip:42@hookswitch.test', displayName: '42' } }));
    expect(screen.queryByTestId('address')).toBeNull();
  });

  it('says when, for machines, in the words of the page', () => {
    mount(row());
    expect(screen.getByTestId('when')).toHaveAttribute('datetime', '2026-05-17T09:30:00.000Z');
    expect(screen.getByTestId('when')).toHaveTextContent('half past nine');
  });

  it('bears a row whose time is none', () => {
    mount(row({ startedAt: Number.NaN }));
    expect(screen.getByTestId('when')).not.toHaveAttribute('datetime');
  });

  it('says how long it lasted', () => {
    mount(row({ answeredAt: 1_000, endedAt: 66_400 }));
    expect(screen.getByTestId('duration')).toHaveTextContent('1:05');
    expect(screen.getByTestId('duration')).toHaveAttribute('datetime', 'PT65S');
  });

  it.each([
    ['was never answered', { answeredAt: null }],
    ['goes on', { answeredAt: 1_000, endedAt: null }],
  ])('says nothing of how long when it %s', (_, facts) => {
    mount(row(facts));
    expect(screen.queryByTestId('duration')).toBeNull();
  });

  it('tells missed calls from others, for a style', () => {
    mount(row({ direction: 'inbound', ...because('no-answer') }));
    expect(items()[0]).toHaveAttribute('data-missed', '');
    expect(items()[0]).toHaveAttribute('data-cause', 'no-answer');
    expect(screen.getByTestId('result')).toHaveAttribute('data-missed', '');
  });
});

it.each(hostileRecords)('shows a record of the host with %s', (_, entry) => {
  mount(entry);
  const said = [items()[0], ...screen.queryAllByRole('time')].map(
    (node) => `${node!.textContent} ${node!.getAttribute('datetime')}`,
  );
  expect(said.join(' ')).not.toMatch(/undefined|NaN|Infinity|Invalid/);
  expect(isMissed(entry)).toBe(entry.direction === 'inbound');
});

describe('a missed call', () => {
  it.each<EndCause>(['busy', 'no-answer', 'unavailable', 'cancelled', 'lost', 'failed'])(
    'came in and nobody took it: %s',
    (cause) => {
      expect(isMissed(row({ direction: 'inbound', ...because(cause) }))).toBe(true);
    },
  );

  it.each([
    ['that was answered', { answeredAt: 1, ...because('normal') }],
    ['that was declined', because('declined')],
    ['that was hung up while it rang', because('normal')],
    ['that another phone took', because('answered-elsewhere')],
    ['that was made here', { direction: 'outbound' as const, ...because('no-answer') }],
  ])('is none %s', (_, facts) => {
    expect(isMissed(row({ direction: 'inbound', ...facts }))).toBe(false);
  });
});
