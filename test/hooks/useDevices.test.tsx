import { act, renderHook } from '@testing-library/react';
import { useDevices, useLastError, useSound } from '../../src/hooks/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const refused = new PhoneError('permission-denied', 'the person said no');

describe('useDevices', () => {
  it('keeps the devices fresh while mounted', () => {
    const phone = spyPhone();
    const release = vi.fn();
    phone.watchDevices.mockReturnValue(release);
    const { result, unmount } = renderHook(useDevices, { wrapper: withPhone(phone) });
    const { devices } = phone.store.getState();
    act(() => phone.store.setState({ devices: { ...devices, microphone: 'usb' } }));
    expect(result.current.microphone).toBe('usb');
    unmount();
    expect(release).toHaveBeenCalledTimes(phone.watchDevices.mock.calls.length);
  });

  it('chooses, asks and plays, and never rejects', async () => {
    const phone = spyPhone();
    const { result } = renderHook(useDevices, { wrapper: withPhone(phone) });
    await result.current.choose('ringer', 'usb');
    expect(phone.chooseDevice).toHaveBeenCalledWith('ringer', 'usb');
    for (const verb of ['requestPermission', 'testSpeaker'] as const) {
      phone[verb].mockRejectedValue(refused);
      await expect(result.current[verb]()).resolves.toBeUndefined();
    }
  });
});

describe('useSound', () => {
  it('tells whether the browser holds it back, and turns it on', async () => {
    const phone = spyPhone({ sound: 'blocked' });
    const { result } = renderHook(useSound, { wrapper: withPhone(phone) });
    expect(result.current.sound).toBe('blocked');
    phone.turnOnSound.mockRejectedValue(refused);
    await expect(result.current.turnOn()).resolves.toBeUndefined();
    act(() => phone.store.setState({ sound: 'ready' }));
    expect(result.current.sound).toBe('ready');
  });
});

describe('useLastError', () => {
  it('tells what went wrong last, and takes it off the screen', () => {
    const lastError = { code: 'device-missing', callId: null, at: 1 } as const;
    const phone = spyPhone({ lastError });
    const { result } = renderHook(useLastError, { wrapper: withPhone(phone) });
    expect(result.current.error).toBe(lastError);
    result.current.dismiss();
    expect(phone.dismissError).toHaveBeenCalledOnce();
  });
});
