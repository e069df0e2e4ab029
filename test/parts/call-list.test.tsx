import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { isIncoming, useCallIds } from '../../src/hooks/index.js';
import { CallListParts, CallParts } from '../../src/parts/index.js';
import type { Call } from '../../src/phone/state.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const rendered: string[] = [];

function List({ filter }: { filter?: (call: Call) => boolean }) {
  rendered.push('list');
  return (
    <CallListParts.Root aria-label="Calls">
      {useCallIds(filter).map((id) => (
        <CallListParts.Item
          key={id}
          callId={id}
          render={(props): ReactElement => {
            rendered.push(id);
            return <li {...props} />;
          }}
        >
          <CallParts.Name />
          <CallParts.Hangup>Hang up</CallParts.Hangup>
        </CallListParts.Item>
      ))}
    </CallListParts.Root>
  );
}

const named = (id: string, facts: Partial<Omit<Call, 'id'>> = {}) =>
  fakeCall({ id, remote: { uri: `sip:${id}@hookswitch.test`, displayName: id }, ...facts });

const rows = () =>
  within(screen.getByRole('list', { name: 'Calls' }))
    .queryAllByRole('listitem')
    .map((item) => item.querySelector('span')?.textContent);

describe('a list of calls', () => {
  it('shows each, and what is pressed in one is about that one', async () => {
    const phone = spyPhone({ calls: [named('a', { hold: 'local' }), named('b')] });
    render(<List />, { wrapper: withPhone(phone) });
    expect(rows()).toEqual(['a', 'b']);
    expect(screen.getAllByRole('listitem')[0]).toHaveAttribute('data-hold', 'local');
    await userEvent.click(screen.getAllByRole('button', { name: 'Hang up' })[0]!);
    expect(phone.hangup).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('follows calls that come and go, of those it is about', () => {
    const phone = spyPhone({ calls: [named('a')] });
    render(<List filter={isIncoming} />, { wrapper: withPhone(phone) });
    expect(rows()).toEqual([]);
    const ringing = named('b', { direction: 'inbound', state: 'ringing' });
    act(() => phone.store.setState({ calls: [named('a'), ringing] }));
    expect(rows()).toEqual(['b']);
    act(() => phone.store.setState({ calls: [named('a'), { ...ringing, state: 'established' }] }));
    expect(rows()).toEqual([]);
  });

  it('of 64 renders one row when one call changes', () => {
    const calls = Array.from({ length: 64 }, (_, place) => named(`call-${place}`));
    const phone = spyPhone({ calls });
    render(<List />, { wrapper: withPhone(phone) });
    rendered.splice(0);
    act(() =>
      phone.store.setState({
        calls: calls.map((call, place) => (place === 7 ? { ...call, hold: 'remote' } : call)),
      }),
    );
    // StrictMode renders twice what it renders.
    expect([...new Set(rendered)]).toEqual(['call-7']);
  });
});
