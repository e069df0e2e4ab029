'use client';
import { selectIncomingIds } from '../phone/selectors.js';
import type { Call, CallId } from '../phone/state.js';
import { usePhoneState } from './usePhoneState.js';

/** All calls, oldest first; an ended one stays, as `terminated`, until it is dismissed. */
export const useCalls = (): readonly Call[] => usePhoneState((state) => state.calls);

/** Ids of the calls that ring here, oldest first. */
export const useIncomingCalls = (): readonly CallId[] => usePhoneState(selectIncomingIds);

/** Ended calls, newest first. */
export const useHistory = (): readonly Call[] => usePhoneState((state) => state.history);
