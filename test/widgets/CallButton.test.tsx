import { act, screen } from '@testing-library/react';
import {
  CallButton,
  type CallId,
  type Phone,
  PhoneError,
  type PhoneState,
  WordsProvider,
} from '../../src/index.js';
import { en } from '../../src/locales/en.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { catchUncaught } from '../support/uncaught.js';
import { mount } from './mount.js';

const button = (name: string) => screen.getByRole('button', { name });
const region = (name: string) => screen.getByRole('region', { name: `Call with ${name}` });
const denied = (callId: CallId | null) => ({ code: 'permission-denied', callId, at: 1 }) as const;

type User = ReturnType<typeof mount>['user'];

/** Presses a call button and waits for its call. */
async function place(user: User, name: string) {
  await user.click(button(name));
  await screen.findByRole('region');
}

const ended = (cause: 'busy' | 'failed') =>
  fakeCall({ state: 'terminated', endReason: { statusCode: 0, reasonPhrase: '', cause } });

/** A call button whose calls go as the test says: each press places the next of `calls`. */
function show(
  widget = <CallButton target="sip:bob@hookswitch.test" />,
  verbs: Partial<Omit<Phone, 'store'>> = {},
) {
  let placed = 0;
  const call = vi.fn(async () => {
    const id = `call-${++placed}` as CallId;
    phone.store.setState(({ calls }) => ({ calls: [...calls, fakeCall({ id, state: 'trying' })] }));
    return id;
  });
  const dismiss = vi.fn((id: CallId) =>
    phone.store.setState(({ calls }) => ({ calls: calls.filter((one) => one.id !== id) })),
  );
  const { phone, user } = mount(widget, {}, { call, dismiss, ...verbs });
  const set = (state: Partial<PhoneState>) => act(() => phone.store.setState(state));
  return { phone, user, call, dismiss, set };
}

describe('<CallButton>', () => {
  it('says "Call us", the name it is given, or its own label', () => {
    mount(
      <>
        <CallButton target="1" />
        <CallButton target="2" name="Ada Lovelace" />
        <CallButton target="3" name="Ada Lovelace" label="Talk to a doctor" />
      </>,
    );
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Call us',
      'Call Ada Lovelace',
      'Talk to a doctor',
    ]);
  });

  it('becomes the call that it places, and a button again, all by the keyboard', async () => {
    const hangup = vi.fn(async () => {});
    const mute = vi.fn(async () => {});
    const sendDtmf = vi.fn(async () => {});
    const { user, call, set } = show(undefined, { hangup, mute, sendDtmf });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('sip:bob@hookswitch.test', undefined);
    await vi.waitFor(() => expect(region('Bob')).toHaveFocus());
    expect(region('Bob')).toHaveTextContent('Calling…');

    set({ calls: [fakeCall({ answeredAt: Date.now() })] });
    expect(screen.getByRole('timer')).toHaveTextContent('0:00');
    await user.keyboard('5');
    expect(sendDtmf).toHaveBeenCalledExactlyOnceWith('call-1', '5');
    await user.tab();
    expect(button('Keypad')).toHaveFocus();
    await user.keyboard(' ');
    await user.click(button('9'));
    expect(sendDtmf).toHaveBeenLastCalledWith('call-1', '9');

    button('Mute').focus();
    await user.keyboard(' ');
    expect(mute).toHaveBeenCalledOnce();
    await user.tab();
    expect(button('Hang up')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(hangup).toHaveBeenCalledExactlyOnceWith('call-1');
    set({ calls: [fakeCall({ state: 'terminating' })] });
    expect(region('Bob')).toHaveFocus();

    set({ calls: [ended('busy')] });
    expect(region('Bob')).toHaveTextContent('Busy');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(button('Call us')).toHaveFocus();
  });

  it('shows the name it is given in place of the one that came with the call', async () => {
    const { user } = show(<CallButton target="42" name="Support" />);
    await place(user, 'Call Support');
    expect(region('Support')).toHaveTextContent(/^SSupport/);
    expect(region('Support')).not.toHaveTextContent('Bob');
  });

  it('says why the call ended, and what that means', async () => {
    const { user, set } = show();
    await place(user, 'Call us');
    set({ calls: [ended('busy')] });
    expect(region('Bob')).toHaveTextContent(/Busy.*They are on another call\./);
  });

  it('places one call however often it is pressed', async () => {
    const { user, call } = show();
    await user.dblClick(button('Call us'));
    expect(call).toHaveBeenCalledOnce();
  });

  it('calls again in its own place', async () => {
    const { user, call, dismiss, set } = show();
    await place(user, 'Call us');
    set({ calls: [ended('busy')] });
    await user.click(button('Call again'));
    await vi.waitFor(() => expect(region('Bob')).toHaveTextContent('Calling…'));
    expect(call).toHaveBeenCalledTimes(2);
    expect(dismiss).toHaveBeenCalledExactlyOnceWith('call-1');
  });

  it('shows the call that it placed and no other one', async () => {
    const { user, set } = show(
      <>
        <CallButton target="1" label="Sales" />
        <CallButton target="2" label="Returns" />
      </>,
    );
    set({ calls: [fakeCall({ id: 'other' })] });
    expect(screen.queryByRole('region')).toBeNull();
    await place(user, 'Returns');
    expect(screen.getAllByRole('region')).toHaveLength(1);
    expect(button('Sales')).toBeVisible();
  });

  it('tells what to do when the microphone is refused, until it is dismissed', async () => {
    const dismissError = vi.fn();
    const { user, set } = show(undefined, { dismissError });
    await place(user, 'Call us');
    set({ calls: [ended('failed')], lastError: denied('call-1' as CallId) });
    const { what, next } = en.errors['permission-denied'];
    expect(screen.getByRole('alert')).toHaveTextContent(what);
    expect(screen.getByRole('alert')).toHaveTextContent(next);
    set({ calls: [] });
    expect(screen.getByRole('alert')).toBeVisible();
    await user.click(button('Dismiss the message'));
    expect(dismissError).toHaveBeenCalledOnce();
  });

  it('tells that what it was given cannot be called', async () => {
    const { user, phone, set } = show(<CallButton target="?" />, {
      call: async () => {
        phone.store.setState({ lastError: { code: 'target-invalid', callId: null, at: 2 } });
        throw new PhoneError('target-invalid', 'No target.');
      },
    });
    set({ lastError: denied(null) });
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(button('Call us'));
    expect(await screen.findByRole('alert')).toHaveTextContent(en.errors['target-invalid'].what);
  });

  it('takes no error that was there before for what kept it from calling', async () => {
    const mistake = new Error('canDial failed.');
    const call = vi.fn(async () => Promise.reject(mistake));
    const uncaught = catchUncaught();
    const { user, set } = show(undefined, { call });
    set({ lastError: denied(null) });
    await user.click(button('Call us'));
    await vi.waitFor(() => expect(uncaught).toEqual([mistake]));
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(button('Call us'));
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('says nothing of the errors of others', async () => {
    const { user, set } = show();
    await place(user, 'Call us');
    set({ lastError: denied('other' as CallId) });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('speaks another language', () => {
    mount(
      <WordsProvider words={{ ...en, lang: 'de', callUs: 'Rufen Sie uns an' }}>
        <CallButton target="1" />
      </WordsProvider>,
    );
    expect(button('Rufen Sie uns an').parentElement).toHaveAttribute('lang', 'de');
  });
});
