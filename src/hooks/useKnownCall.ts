'use client';
import { useEffect } from 'react';
import type { CallId } from '../phone/state.js';
import { throwLater } from '../phone/throwLater.js';
import { usePhone } from './PhoneProvider.js';

/**
 * Tells the page's error handler of a call id that the phone never gave, once: a call that is gone is shown as
 * nothing, and a mistake shall not look the same. Renders no less for it, and throws nothing into the tree.
 */
export function useKnownCall(id: CallId | undefined): void {
  const phone = usePhone();
  useEffect(() => {
    if (id === undefined) return;
    const { calls, history } = phone.store.getState();
    if ([...calls, ...history].some((call) => call.id === id)) return;
    throwLater(
      new Error(
        `hookswitch: no call has the id "${id}", so nothing can be shown of it. Use an id from call(), useCalls() or ` +
          'the state of this phone.',
      ),
    );
  }, [phone, id]);
}
