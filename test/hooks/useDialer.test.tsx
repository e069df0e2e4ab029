import { act, renderHook } from '@testing-library/react';
import { type DialerOptions, useDial, useDialer } from '../../src/hooks/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
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

  it('loses no key of two that are pressed before the parent renders, nor keeps one that it refused', () => {
    const onValueChange = vi.fn();
    const { result } = mount({ value: '4', onValueChange });
    act(() => {
      result.current.press('2');
      result.current.press('0');
    });
    expect(onValueChange.mock.calls).toEqual([['42'], ['420']]);
    act(() => result.current.press('*'));
    expect(onValueChange).toHaveBeenLastCalledWith('4*');
  });

  it('begins with what it is given and tells the latest handler', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const { result, rerender } = mount({ defaultValue: '4', onValueChange: first });
    rerender({ defaultValue: '5', onValueChange: second });
    act(() => result.current.press('2'));
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledExactlyOnceWith('42');
  });

  it('does not reject when the one who is told throws: the page gets to know', async () => {
    const mistake = new Error('a mistake of the consumer');
    const onValueChange = () => {
      throw mistake;
    };
    const { result, phone } = mount({ defaultValue: '42', onValueChange });
    const later = vi.fn();
    vi.stubGlobal('queueMicrotask', later);
    await act(() => result.current.submit());
    vi.unstubAllGlobals();
    expect(phone.call).toHaveBeenCalledOnce();
    expect(result.current.value).toBe('');
    expect(later.mock.calls.some(([task]) => throws(task, mistake))).toBe(true);
  });
});

const throws = (task: () => void, mistake: Error) => {
  try {
    task();
  } catch (error) {
    return error === mistake;
  }
  return false;
};

describe('what was dialled before', () => {
  const to = (number: string, startedAt: number, facts: Parameters<typeof fakeCall>[0] = {}) =>
    fakeCall({
      id: `call-${startedAt}`,
      startedAt,
      remote: { uri: `sip:${number}@hookswitch.test`, displayName: number },
      ...facts,
    });
  const phone = () =>
    spyPhone({
      calls: [to('4', 4), to('5', 5)],
      history: [to('4', 4), to('3', 3, { direction: 'inbound' }), to('5', 2), to('*21%23', 1)],
    });

  it('comes back newest first, without repeats, and gives way to what was typed', () => {
    const { result } = mount({ defaultValue: '0' }, phone());
    const walk = (...steps: (1 | -1)[]) =>
      steps.map((step) => {
        act(() => result.current.recall(step));
        return result.current.value;
      });
    expect(walk(-1)).toEqual(['0']);
    expect(walk(1, 1, 1, 1)).toEqual(['5', '4', '*21#', '*21#']);
    expect(walk(-1, -1, -1, -1)).toEqual(['4', '5', '0', '0']);
  });

  it('begins anew once something was typed', () => {
    const { result } = mount({}, phone());
    act(() => result.current.recall(1));
    act(() => result.current.recall(1));
    act(() => result.current.press('1'));
    act(() => result.current.recall(1));
    expect(result.current.value).toBe('5');
    act(() => result.current.recall(-1));
    expect(result.current.value).toBe('41');
  });

  it('is called as it was then, wherever that was', async () => {
    const elsewhere = { uri: 'sips:42@elsewhere.test', displayName: '42' };
    const { result, phone } = mount({}, spyPhone({ history: [fakeCall({ remote: elsewhere })] }));
    act(() => result.current.recall(1));
    expect(result.current.value).toBe('42');
    await act(() => result.current.submit());
    expect(phone.call.mock.lastCall?.[0]).toBe('sips:42@elsewhere.test');
    act(() => result.current.setValue('42'));
    await act(() => result.current.submit());
    expect(phone.call.mock.lastCall?.[0]).toBe('42');
  });

  it('is what an empty dialer fills in instead of calling', async () => {
    const { result, phone: told } = mount({ defaultValue: ' ' }, phone());
    await act(() => result.current.submit());
    expect(result.current.value).toBe('5');
    expect(told.call).not.toHaveBeenCalled();
  });

  it('is nothing at first: the phone then says what is missing', async () => {
    const { result, phone } = mount();
    act(() => result.current.recall(1));
    expect(result.current.value).toBe('');
    await act(() => result.current.submit());
    expect(phone.call.mock.lastCall?.[0]).toBe('');
  });

  it('is told to a parent that keeps the value', () => {
    const onValueChange = vi.fn();
    const { result } = mount({ value: '', onValueChange }, phone());
    act(() => result.current.recall(1));
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith('5');
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
