import { useCallback } from 'react';
import { usePhone } from '../hooks/index.js';

/** Puts every running call on hold, before another one is answered: nobody is to hear what the other party says. */
export function useHoldOthers(): () => void {
  const phone = usePhone();
  return useCallback(() => {
    for (const { id, state, hold } of phone.store.getState().calls) {
      const talking = state === 'established' && (hold === 'none' || hold === 'remote');
      // What goes wrong is in `lastError`.
      if (talking) phone.hold(id).catch(() => {});
    }
  }, [phone]);
}
