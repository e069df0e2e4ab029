'use client';
import { useCallback } from 'react';
import type { CallOptions } from '../phone/phone.js';
import type { CallId } from '../phone/state.js';
import { usePhone } from './PhoneProvider.js';
import { settle } from './settle.js';

/**
 * The verb that places a call: gives its id, or `undefined` when the target is nothing that can be called.
 * Never rejects: a failure is in `lastError`.
 */
export function useDial(): (target: string, options?: CallOptions) => Promise<CallId | undefined> {
  const phone = usePhone();
  return useCallback((target, options) => settle(() => phone.call(target, options)), [phone]);
}
