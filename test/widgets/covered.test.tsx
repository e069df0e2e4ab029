import { act, render, screen } from '@testing-library/react';
import { PhoneProvider, Softphone } from '../../src/index.js';
import type { Call } from '../../src/phone/index.js';
import { fakeCall, fakePhone } from '../../src/testing/index.js';

const incoming = (id = 'in') => fakeCall({ id, direction: 'inbound', state: 'ringing' });
const over = () =>
  fakeCall({
    id: 'over',
    state: 'terminated',
    endReason: { statusCode: 486, reasonPhrase: '', cause: 'busy' },
  });

function show(...calls: Call[]) {
  const phone = fakePhone({ calls });
  const tree = () => (
    <PhoneProvider phone={phone}>
      <Softphone />
    </PhoneProvider>
  );
  const { rerender } = render(tree());
  return {
    ring: (...more: Call[]) => act(() => phone.store.setState({ calls: [...calls, ...more] })),
    renderAgain: () => rerender(tree()),
    covered: () => screen.getByRole('region', { name: 'Phone' }).hasAttribute('data-covered'),
  };
}

describe('a call that rings has the whole stage', () => {
  it('when nobody was at anything', () => {
    const { ring, covered } = show();
    expect(covered()).toBe(false);
    ring(incoming());
    expect(covered()).toBe(true);
    ring();
    expect(covered()).toBe(false);
  });

  it('but not while a call goes on', () => {
    const { ring, covered } = show(fakeCall());
    ring(incoming());
    expect(covered()).toBe(false);
  });

  it('but not of two', () => {
    const { ring, covered } = show();
    ring(incoming('one'), incoming('two'));
    expect(covered()).toBe(false);
  });

  it('or has it not until it is answered, wherever the focus goes: nothing moves under a finger', () => {
    const { ring, renderAgain, covered } = show(over());
    act(() => screen.getByRole('button', { name: 'Dismiss' }).focus());
    ring(incoming());
    expect(covered()).toBe(false);
    act(() => screen.getByRole('button', { name: 'Answer' }).focus());
    renderAgain();
    expect(covered()).toBe(false);
  });
});
