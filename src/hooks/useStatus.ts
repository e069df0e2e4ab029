'use client';
import { type PhoneStatus, selectStatus } from '../phone/selectors.js';
import { usePhoneState } from './usePhoneState.js';

/** How the phone is, in one word. */
export const useStatus = (): PhoneStatus => usePhoneState(selectStatus);
