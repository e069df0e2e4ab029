import { act, renderHook } from '@testing-library/react';
import { type DialerOptions, useDial, useDialer } from '../../src/hooks/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const mount = (options?: DialerOptions, phone = spyPhone()) => ({
  phone,
  ...renderHook((given: DialerOptions | undefined) => useDialer(given), {
    wrapper: withPhone(phone),
    initialProps: options,
  }),
});

describe('useDialer', () => {
  it('types, erases a whole character, and takes what is pasted', () => {
    const { result } = mount({ defaultValue: '4' });
    act(() => result.current.press('2'));
    expect(result.current.value).toBe('42');
    act(() => result.current.setValue('bob😀'));
    act(() => result.current.erase());
    expect(result.current.value).toBe('bob');
  });

  it('loses no key of two that are pressed at once', () => {
    const onValueChange = vi.fn();
    const { result } = mount({ onValueChange });
    act(() => {
      result.current.press('4');
      result.current.press('2');
    });
    expect(result.current.value).toBe('42');
    expect(onValueChange).toHaveBeenLastCalledWith('42');
    act(() => {
      result.current.erase();
      result.current.erase();
    });
    expect(result.current.value).toBe('');
  });

  it('calls what was dialled, as it was typed, and clears it', async () => {
    const { result, phone } = mount({ defaultValue: ' +44 (20) 7946' });
    await act(() => result.current.submit());
    expect(phone.call.mock.lastCall?.[0]).toBe(' +44 (20) 7946');
    expect(result.current.value).toBe('');
  });

  it('keeps a number that cannot be called, to be mended', async () => {
    const phone = spyPhone();
    phone.call.mockRejectedValue(new PhoneError('target-invalid', 'nothing to call'));
    const { result } = mount({ defaultValue: 'not a number' }, phone);
    await act(() => result.current.submit());
    expect(result.current.value).toBe('not a number');
  });

  it('leaves the value to a parent that keeps it', async () => {
    const onValueChange = vi.fn();
    const { result, rerender } = mount({ value: '4', onValueChange });
    act(() => result.current.press('2'));
    expect(onValueChange).toHaveBeenLastCalledWith('42');
    expect(result.current.value).toBe('4');
    rerender({ value: '42', onValueChange });
    await act(() => result.current.submit());
    expect(onValueChange).toHaveBeenLastCalledWith('');
  });
});

describe('useDial', () => {
  it('gives the id of the call, and nothing when there is none', async () => {
    const phone = spyPhone();
    const { result } = renderHook(useDial, { wrapper: withPhone(phone) });
    expect(await result.current('bob', { headers: { 'X-Order': '48213' } })).toBe('call-1');
    expect(phone.call).toHaveBeenCalledWith('bob', { headers: { 'X-Order': '48213' } });
    phone.call.mockRejectedValue(new PhoneError('target-invalid', 'nothing to call'));
    expect(await result.current('')).toBeUndefined();
  });
});
