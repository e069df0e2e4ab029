'use client';
import { useEffect } from 'react';
import type { Phone } from '../phone/phone.js';
import type { CallId } from '../phone/state.js';
import { throwLater } from '../phone/throwLater.js';
import { usePhone } from './PhoneProvider.js';

/** The mistakes that were told already: one that several parts make is one mistake. */
const told = new WeakMap<Phone, Set<CallId>>();

/**
 * Tells the page's error handler of a call id that the phone does not know, once: a call that is gone is shown as
 * nothing, and a mistake shall not look the same. Throws nothing into the tree.
 */
export function useKnownCall(id: CallId | undefined): void {
  const phone = usePhone();
  useEffect(() => {
    if (id === undefined) return;
    const { calls, history } = phone.store.getState();
    if ([...calls, ...history].some((call) => call.id === id)) return;
    const ids = told.get(phone) ?? new Set();
    if (ids.has(id)) return;
    told.set(phone, ids.add(id));
    throwLater(
      new Error(
        `hookswitch: no call has the id "${id}", so nothing can be shown of it. Use an id from call(), useCallIds() ` +
          'or the state of this phone.',
      ),
    );
  }, [phone, id]);
}
