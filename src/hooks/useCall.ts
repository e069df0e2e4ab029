'use client';
import { selectActiveCall, selectCall } from '../phone/selectors.js';
import type { Call, CallId } from '../phone/state.js';
import { useCallScope } from './CallScope.js';
import { usePhoneState } from './usePhoneState.js';

/**
 * Reads one call: the given one, else the one in scope, else the active one; `undefined` when there is none.
 * Re-renders only when what `select` returns changes, compared shallowly.
 */
export function useCall(id?: CallId): Call | undefined;
export function useCall<T>(id: CallId | undefined, select: (call: Call) => T): T | undefined;
export function useCall(id?: CallId, select: (call: Call) => unknown = itself): unknown {
  const scope = useCallScope();
  const wanted = id ?? scope;
  return usePhoneState((state) => {
    const call = wanted ? selectCall(state, wanted) : selectActiveCall(state);
    return call && select(call);
  });
}

const itself = (call: Call) => call;
