import { act, fireEvent, screen } from '@testing-library/react';
import { type CallId, Dialer, PhoneError } from '../../src/index.js';
import { mount } from './mount.js';

const number = () => screen.getByRole('textbox', { name: 'Number or address' });
const button = (name: string) => screen.getByRole('button', { name });

describe('<Dialer>', () => {
  afterEach(() => vi.useRealTimers());

  it('names every key by its digit alone', () => {
    mount(<Dialer />);
    for (const digit of '1234567890*#') expect(button(digit)).toBeVisible();
    expect(button('Delete')).toBeVisible();
    expect(button('Call')).toBeVisible();
  });

  it('writes what is pressed and takes it away again', async () => {
    const { user } = mount(<Dialer />);
    for (const digit of ['4', '2', '#']) await user.click(button(digit));
    expect(number()).toHaveValue('42#');
    await user.click(button('Delete'));
    expect(number()).toHaveValue('42');
  });

  it('calls with Enter and is empty for the next number', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<Dialer />, {}, { call });
    await user.type(number(), 'bob{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('bob', undefined);
    await vi.waitFor(() => expect(number()).toHaveValue(''));
  });

  it('leaves the focus in the number when keys are clicked, so that Enter calls', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<Dialer />, {}, { call });
    await user.type(number(), '4');
    await user.click(button('2'));
    expect(number()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('42', undefined);
  });

  it('keeps what cannot be called, to be mended', async () => {
    const call = vi.fn(() => Promise.reject(new PhoneError('target-invalid', 'no target')));
    const { user } = mount(<Dialer />, {}, { call });
    await user.type(number(), 'a b c{Enter}');
    expect(number()).toHaveValue('a b c');
  });

  it('writes + when 0 is held, and 0 when it is pressed', () => {
    vi.useFakeTimers();
    mount(<Dialer />);
    fireEvent.pointerDown(button('0'));
    act(() => vi.advanceTimersByTime(600));
    fireEvent.pointerUp(button('0'));
    fireEvent.click(button('0'));
    expect(number()).toHaveValue('+');
    fireEvent.pointerDown(button('0'));
    fireEvent.pointerUp(button('0'));
    fireEvent.click(button('0'));
    act(() => vi.advanceTimersByTime(600));
    expect(number()).toHaveValue('+0');
  });
});
