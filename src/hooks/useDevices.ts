'use client';
import { useEffect, useMemo } from 'react';
import type { DeviceKind, DevicesState } from '../media/index.js';
import { usePhone } from './PhoneProvider.js';
import { settle } from './settle.js';
import { usePhoneState } from './usePhoneState.js';

/** The verbs of the devices. They never reject: a failure is in `lastError`. */
export interface DeviceActions {
  /** Uses a device from now on, in running calls too, and remembers it on this machine. */
  choose(kind: DeviceKind, deviceId: string): Promise<void>;
  /** Asks for the microphone so that devices get their names. */
  requestPermission(): Promise<void>;
  /** Plays a short sound on the chosen speaker; resolves when it ended. */
  testSpeaker(): Promise<void>;
}

/** The devices of this machine, kept fresh while mounted, and what can be done with them. Asks for no permission. */
export function useDevices(): DevicesState & DeviceActions {
  const phone = usePhone();
  const devices = usePhoneState((state) => state.devices);
  useEffect(() => phone.watchDevices(), [phone]);
  return useMemo(
    () => ({
      ...devices,
      choose: (kind, deviceId) => settle(() => phone.chooseDevice(kind, deviceId)),
      requestPermission: () => settle(() => phone.requestPermission()),
      testSpeaker: () => settle(() => phone.testSpeaker()),
    }),
    [phone, devices],
  );
}
