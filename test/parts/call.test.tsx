import { act, createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { addressOf, CallParts } from '../../src/parts/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import type { Call, CallState } from '../../src/phone/state.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { type SpyPhone, spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

function mount(facts: Partial<Call> = {}, phone = spyPhone()) {
  phone.store.setState({ calls: [fakeCall(facts)] });
  render(
    <CallParts.Root aria-label="Call with Bob">
      <CallParts.Name data-testid="name" />
      <CallParts.Address data-testid="address" />
      <CallParts.Timer />
      <CallParts.Mute>Mute</CallParts.Mute>
      <CallParts.Hold>Hold</CallParts.Hold>
      <CallParts.Key digit="5" />
      <CallParts.Hangup>Hang up</CallParts.Hangup>
      <CallParts.Again>Call again</CallParts.Again>
      <CallParts.Dismiss>Dismiss</CallParts.Dismiss>
    </CallParts.Root>,
    { wrapper: withPhone(phone) },
  );
  return phone;
}

const button = (name: string) => screen.getByRole('button', { name });
const patch = (phone: SpyPhone, facts: Partial<Call>) =>
  act(() => phone.store.setState(({ calls }) => ({ calls: [{ ...calls[0]!, ...facts }] })));

describe('a call', () => {
  it.each<[CallState, string[]]>([
    ['trying', ['Mute', 'Hang up']],
    ['ringing', ['Mute', 'Hang up']],
    ['connecting', ['Mute', 'Hang up']],
    ['established', ['Mute', 'Hold', '5', 'Hang up']],
    ['terminating', []],
    ['terminated', ['Call again', 'Dismiss']],
  ])('offers what can be done while %s', (state, enabled) => {
    mount({ state });
    const offered = screen.getAllByRole<HTMLButtonElement>('button').filter(({ disabled }) => !disabled);
    expect(offered.map((node) => node.getAttribute('aria-label') ?? node.textContent)).toEqual(enabled);
  });

  it.each([
    ['Mute', {}, 'mute', 'false'],
    ['Mute', { muted: true }, 'unmute', 'true'],
    ['Hold', {}, 'hold', 'false'],
    ['Hold', { hold: 'remote' }, 'hold', 'false'],
    ['Hold', { hold: 'local' }, 'resume', 'true'],
    ['Hold', { hold: 'both' }, 'resume', 'true'],
  ] as const)('%s given %o does "%s"', async (name, facts, verb, pressed) => {
    const phone = mount(facts);
    expect(button(name)).toHaveAttribute('aria-pressed', pressed);
    await userEvent.click(button(name));
    expect(phone[verb]).toHaveBeenCalledExactlyOnceWith('call-1');
  });

  it('asks for hold once, and keeps the focus where it is meanwhile', async () => {
    const phone = mount();
    await userEvent.click(button('Hold'));
    patch(phone, { pending: 'hold' });
    expect(button('Hold')).toHaveAttribute('data-pending', '');
    expect(button('Hold')).toHaveFocus();
    await userEvent.click(button('Hold'));
    expect(phone.hold).toHaveBeenCalledOnce();
    patch(phone, { pending: null, hold: 'local' });
    expect(button('Hold')).toHaveAttribute('aria-pressed', 'true');
    expect(button('Hold')).toHaveFocus();
  });

  it('sends keypad digits and hangs up', async () => {
    const phone = mount();
    await userEvent.click(button('5'));
    expect(phone.sendDtmf).toHaveBeenCalledExactlyOnceWith('call-1', '5');
    await userEvent.click(button('Hang up'));
    expect(phone.hangup).toHaveBeenCalledExactlyOnceWith('call-1');
  });

  it('calls the same party again in place of the ended call', async () => {
    const phone = mount({ state: 'terminated' });
    await userEvent.click(button('Call again'));
    expect(phone.call.mock.lastCall?.[0]).toBe('sip:bob@hookswitch.test');
    expect(phone.dismiss).toHaveBeenCalledExactlyOnceWith('call-1');
  });

  it('stays on screen when calling again is not possible', async () => {
    const phone = spyPhone();
    phone.call.mockRejectedValue(new PhoneError('target-invalid', 'nothing to call'));
    mount({ state: 'terminated' }, phone);
    await userEvent.click(button('Call again'));
    expect(phone.dismiss).not.toHaveBeenCalled();
  });

  it('says how long it lasted, in words and for machines', () => {
    mount({ state: 'terminated', answeredAt: 1_000, endedAt: 66_400 });
    expect(screen.getByRole('timer')).toHaveTextContent('1:05');
    expect(screen.getByRole('timer')).toHaveAttribute('datetime', 'PT65S');
  });

  it('keeps a name and an address in their own direction', () => {
    mount({ remote: { uri: 'sip:bob@example.com', displayName: 'بوب' } });
    expect(screen.getByTestId('name')).toHaveAttribute('dir', 'auto');
    expect(screen.getByTestId('address')).toHaveAttribute('dir', 'ltr');
    expect(screen.getByTestId('address')).toHaveTextContent('bob@example.com');
  });

  it('goes away when it is dismissed', () => {
    const phone = mount({ state: 'terminated' });
    act(() => phone.store.setState({ calls: [] }));
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is about the call that it is told, whichever is active', async () => {
    const phone = spyPhone({ calls: [fakeCall({ id: 'a' }), fakeCall({ id: 'b' })] });
    render(
      <CallParts.Root callId={phone.store.getState().calls[0]!.id}>
        <CallParts.Hangup>Hang up</CallParts.Hangup>
      </CallParts.Root>,
      { wrapper: withPhone(phone) },
    );
    await userEvent.click(button('Hang up'));
    expect(phone.hangup).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('does not let a consumer enable what its state forbids', () => {
    render(<CallParts.Hold disabled={false}>Hold</CallParts.Hold>, {
      wrapper: withPhone(spyPhone({ calls: [fakeCall({ state: 'ringing' })] })),
    });
    expect(button('Hold')).toBeDisabled();
  });
});

describe('digits in a call', () => {
  function mountKeypad(facts: Partial<Call> = {}) {
    const phone = spyPhone({ calls: [fakeCall(facts)] });
    render(
      <CallParts.Root aria-label="Call with Bob">
        <CallParts.Sent aria-label="Sent" />
        <CallParts.Mute>Mute</CallParts.Mute>
        <CallParts.Key digit="5" />
        <input aria-label="Note" />
        <select aria-label="Microphone" />
        <textarea aria-label="Letter" />
        <div contentEditable tabIndex={0} role="textbox" aria-label="Rich" suppressContentEditableWarning />
        <div ref={withField} data-testid="component" />
      </CallParts.Root>,
      { wrapper: withPhone(phone) },
    );
    return phone;
  }
  /** A component of somebody else, with a field in its own shadow. */
  const withField = (host: HTMLElement | null) => {
    if (host && !host.shadowRoot) host.attachShadow({ mode: 'open' }).append(document.createElement('input'));
  };
  const digitsOf = (phone: SpyPhone) => phone.sendDtmf.mock.calls.map(([, digit]) => digit).join('');
  const sent = () => screen.queryByRole('status', { name: 'Sent' });

  it('go out as they are typed, wherever in it the focus is, and are shown with those of the keys', async () => {
    const phone = mountKeypad();
    expect(sent()).toBeNull();
    act(() => button('Mute').focus());
    await userEvent.keyboard('1*#');
    await userEvent.click(button('5'));
    expect(phone.sendDtmf.mock.calls).toEqual([
      ['call-1', '1'],
      ['call-1', '*'],
      ['call-1', '#'],
      ['call-1', '5'],
    ]);
    expect(sent()).toHaveTextContent('1*#5');
    expect(sent()).toHaveAttribute('dir', 'ltr');
  });

  it.each(['trying', 'ringing', 'connecting', 'terminated'] as const)(
    'go nowhere while %s',
    async (state) => {
      const phone = mountKeypad({ state });
      fireEvent.keyDown(button('Mute'), { key: '1' });
      expect(digitsOf(phone)).toBe('');
      expect(sent()).toBeNull();
    },
  );

  it.each([
    ['a letter', { key: 'a' }],
    ['a digit of another script', { key: '٧' }],
    ['a function key', { key: 'F1' }],
    ['a key that is held', { key: '1', repeat: true }],
    ['a command', { key: '1', ctrlKey: true }],
    ['a command on a Mac', { key: '1', metaKey: true }],
    ['a command of a menu', { key: '1', altKey: true }],
  ])('are not %s', (_, typed) => {
    const phone = mountKeypad();
    fireEvent.keyDown(button('Mute'), typed);
    expect(digitsOf(phone)).toBe('');
  });

  it('stay in a field', () => {
    const phone = mountKeypad();
    const fields = [
      screen.getByRole('textbox', { name: 'Note' }),
      screen.getByRole('textbox', { name: 'Letter' }),
      screen.getByRole('textbox', { name: 'Rich' }),
      screen.getByRole('combobox', { name: 'Microphone' }),
      screen.getByTestId('component').shadowRoot!.querySelector('input')!,
    ];
    for (const field of fields) fireEvent.keyDown(field, { key: '1', composed: true });
    expect(digitsOf(phone)).toBe('');
  });

  it('are left to a handler that prevented them', () => {
    const phone = mountKeypad();
    const event = createEvent.keyDown(button('Mute'), { key: '1' });
    event.preventDefault();
    fireEvent(button('Mute'), event);
    expect(digitsOf(phone)).toBe('');
  });

  it('are shown once they went out, and not at all when they cannot', async () => {
    const phone = mountKeypad();
    let goOut = () => {};
    const underWay = new Promise<void>((resolve) => {
      goOut = resolve;
    });
    phone.sendDtmf.mockReturnValueOnce(underWay);
    act(() => button('Mute').focus());
    await userEvent.keyboard('1');
    expect(phone.sendDtmf).toHaveBeenCalledOnce();
    expect(sent()).toBeNull();
    await act(async () => goOut());
    expect(sent()).toHaveTextContent('1');

    phone.sendDtmf.mockRejectedValue(
      new PhoneError('not-supported', 'The other side takes no keypad digits.'),
    );
    await userEvent.keyboard('2');
    await userEvent.click(button('5'));
    expect(digitsOf(phone)).toBe('125');
    expect(sent()).toHaveTextContent(/^1$/);
  });

  it('go out of a call that shows none of them', async () => {
    const phone = spyPhone({ calls: [fakeCall()] });
    render(<CallParts.Key digit="5" />, { wrapper: withPhone(phone) });
    await userEvent.click(button('5'));
    expect(phone.sendDtmf).toHaveBeenCalledExactlyOnceWith('call-1', '5');
  });

  it('are those of one call alone', async () => {
    const phone = mountKeypad();
    act(() => button('Mute').focus());
    await userEvent.keyboard('1');
    expect(sent()).toHaveTextContent('1');
    act(() => phone.store.setState({ calls: [fakeCall({ id: 'call-2' })] }));
    expect(sent()).toBeNull();
    await userEvent.keyboard('2');
    expect(phone.sendDtmf).toHaveBeenLastCalledWith('call-2', '2');
    expect(sent()).toHaveTextContent('2');
  });
});

it.each([
  ['sip:bob@example.com', 'bob@example.com'],
  ['sip:+442079460018@pbx.example.com', '+442079460018'],
  ['sips:42@example.com:5061', '42'],
  ['sip:*98#@example.com', '*98#'],
  ['sip:*98%23@example.com', '*98#'],
  ['sip:example.com', 'example.com'],
])('the address of %s reads %s', (uri, address) => {
  expect(addressOf(uri)).toBe(address);
});
