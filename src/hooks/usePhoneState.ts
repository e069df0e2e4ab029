'use client';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { PhoneState } from '../phone/state.js';
import { usePhone } from './PhoneProvider.js';

/**
 * Reads the phone's state. Re-renders only when what `select` returns changes, compared shallowly, so that it
 * may return a new array or object of existing things.
 */
export const usePhoneState = <T>(select: (state: PhoneState) => T): T =>
  useStore(usePhone().store, useShallow(select));
