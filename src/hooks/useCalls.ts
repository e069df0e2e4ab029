'use client';
import { isIncoming } from '../phone/selectors.js';
import type { Call, CallId } from '../phone/state.js';
import { usePhoneState } from './usePhoneState.js';

/** All calls, oldest first; an ended one stays, as `terminated`, until it is dismissed. */
export const useCalls = (): readonly Call[] => usePhoneState((state) => state.calls);

/** Ids of the calls that `filter` lets through, else of all, oldest first. Re-renders only when one comes or goes. */
export const useCallIds = (filter: (call: Call) => boolean = all): readonly CallId[] =>
  usePhoneState(({ calls }) => calls.filter(filter).map((call) => call.id));

/** Ids of the calls that ring here, oldest first. */
export const useIncomingCalls = (): readonly CallId[] => useCallIds(isIncoming);

/** Ended calls, newest first. */
export const useHistory = (): readonly Call[] => usePhoneState((state) => state.history);

const all = () => true;
