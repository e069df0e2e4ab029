'use client';
import { useMemo } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Phone } from '../phone/phone.js';
import type { CallId } from '../phone/state.js';
import { usePhone } from './PhoneProvider.js';
import { settle } from './settle.js';
import type { Text } from './text.js';

/** The digits that a person sent in a call, one after another. */
export interface SentDigits {
  readonly text: Text;
  /** Sends a digit and adds it once it went out. Never rejects: a failure is in `lastError`. */
  send(digit: string): Promise<void>;
}

/** The same object until the call changes; none were sent in it then. */
export function useSentDigits(callId: CallId | undefined): SentDigits {
  const phone = usePhone();
  return useMemo(() => createSentDigits(phone, callId), [phone, callId]);
}

function createSentDigits(phone: Phone, callId: CallId | undefined): SentDigits {
  const text = createStore(() => '');
  return {
    text,
    send: (digit) =>
      settle(async () => {
        if (!callId) return;
        // The phone sends one after the other, so they are added in their order.
        await phone.sendDtmf(callId, digit);
        text.setState((sent) => sent + digit);
      }),
  };
}
