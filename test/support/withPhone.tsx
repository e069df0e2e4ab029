import { type ReactNode, StrictMode } from 'react';
import { CallScope, PhoneProvider } from '../../src/hooks/index.js';
import type { Phone } from '../../src/phone/phone.js';
import type { CallId } from '../../src/phone/state.js';

/** The `wrapper` of `render` and `renderHook`: a phone, and a call in scope if one is named. */
export function withPhone(phone: Phone, callId?: string) {
  return ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <PhoneProvider phone={phone}>
        {callId ? <CallScope callId={callId as CallId}>{children}</CallScope> : children}
      </PhoneProvider>
    </StrictMode>
  );
}
