'use client';
import type { LastError } from '../phone/state.js';
import { usePhone } from './PhoneProvider.js';
import { usePhoneState } from './usePhoneState.js';

/** What went wrong last, `null` when nothing did or when it was dismissed. */
export function useLastError(): { readonly error: LastError | null; dismiss(): void } {
  const phone = usePhone();
  return { error: usePhoneState((state) => state.lastError), dismiss: phone.dismissError };
}
