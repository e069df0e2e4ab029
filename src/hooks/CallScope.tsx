'use client';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { CallId } from '../phone/state.js';

const CallContext = createContext<CallId | null>(null);

/** Says which call the tree below is about: the default of `useCall`, `useCallActions` and all call parts. */
export function CallScope({ callId, children }: { callId: CallId; children?: ReactNode }): ReactElement {
  return <CallContext.Provider value={callId}>{children}</CallContext.Provider>;
}

/** The id in scope; `null` means whichever call is active. */
export const useCallScope = (): CallId | null => useContext(CallContext);
