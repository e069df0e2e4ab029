'use client';
import { useCallback } from 'react';
import type { SoundState } from '../media/index.js';
import { usePhone } from './PhoneProvider.js';
import { settle } from './settle.js';
import { usePhoneState } from './usePhoneState.js';

/** What the browser says of sound, and how to have it. */
export interface Sound {
  /** `blocked` while the browser refuses to play before the person touched the page. */
  readonly sound: SoundState;
  /** Starts everything that was blocked; call it from a click. Never rejects. */
  turnOn(): Promise<void>;
}

/** Whether the browser lets the phone be heard. */
export function useSound(): Sound {
  const phone = usePhone();
  const sound = usePhoneState((state) => state.sound);
  return { sound, turnOn: useCallback(() => settle(() => phone.turnOnSound()), [phone]) };
}
