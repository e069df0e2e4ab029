import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useIncomingCalls } from '../../src/hooks/index.js';
import { IncomingCallParts } from '../../src/parts/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const Toasts = () =>
  useIncomingCalls().map((id) => (
    <IncomingCallParts.Root key={id} callId={id} aria-label="Incoming call">
      <IncomingCallParts.Name />
      <IncomingCallParts.Address />
      <IncomingCallParts.Answer>Answer</IncomingCallParts.Answer>
      <IncomingCallParts.Silence>Silence</IncomingCallParts.Silence>
      <IncomingCallParts.Decline>Decline</IncomingCallParts.Decline>
    </IncomingCallParts.Root>
  ));

const ringing = fakeCall({ direction: 'inbound', state: 'ringing' });
const dialogs = () => screen.queryAllByRole('alertdialog', { name: 'Incoming call' });
const button = (name: string) => screen.getByRole('button', { name });

function mount() {
  const phone = spyPhone({ calls: [ringing] });
  render(
    <>
      <input aria-label="Elsewhere" />
      <Toasts />
    </>,
    { wrapper: withPhone(phone) },
  );
  return phone;
}

describe('an incoming call', () => {
  it('is described by the caller', () => {
    mount();
    expect(dialogs()[0]).toHaveAccessibleDescription('Bob');
  });

  it('leaves the focus to who is typing', async () => {
    const phone = mount();
    act(() => phone.store.setState({ calls: [] }));
    await userEvent.type(screen.getByRole('textbox'), 'Dear');
    act(() => phone.store.setState({ calls: [ringing] }));
    await userEvent.keyboard(' Sir');
    expect(screen.getByRole('textbox')).toHaveValue('Dear Sir');
  });

  it.each([
    ['Answer', 'answer'],
    ['Silence', 'silence'],
    ['Decline', 'decline'],
  ] as const)('has a button "%s"', async (name, verb) => {
    const phone = mount();
    await userEvent.click(button(name));
    expect(phone[verb]).toHaveBeenCalledExactlyOnceWith('call-1');
  });

  it('is answered once while the browser asks for the microphone, and can be declined meanwhile', async () => {
    const phone = mount();
    await userEvent.click(button('Answer'));
    act(() => phone.store.setState({ calls: [{ ...ringing, pending: 'microphone' }] }));
    expect(button('Answer')).toHaveAttribute('data-pending', '');
    await userEvent.click(button('Answer'));
    expect(phone.answer).toHaveBeenCalledOnce();
    expect(button('Answer')).toHaveFocus();
    expect(button('Decline')).toBeEnabled();
  });

  it('says whether it rings in silence', () => {
    const phone = mount();
    expect(button('Silence')).toHaveAttribute('aria-pressed', 'false');
    act(() => phone.store.setState({ calls: [{ ...ringing, silenced: true }] }));
    expect(button('Silence')).toHaveAttribute('aria-pressed', 'true');
  });

  it.each(['connecting', 'terminated'] as const)('goes away once it is %s', (state) => {
    const phone = mount();
    act(() => phone.store.setState({ calls: [{ ...ringing, state }] }));
    expect(dialogs()).toEqual([]);
  });

  it('shows two that ring at once, each with its own caller', () => {
    const phone = mount();
    const second = fakeCall({
      ...ringing,
      id: 'call-2',
      remote: { uri: 'sip:carol@hookswitch.test', displayName: 'Carol' },
    });
    act(() => phone.store.setState({ calls: [ringing, second] }));
    expect(dialogs()[0]).toHaveAccessibleDescription('Bob');
    expect(dialogs()[1]).toHaveAccessibleDescription('Carol');
  });
});
