'use client';
import { useSyncExternalStore } from 'react';

/**
 * Whether this is the person's own machine for certain: `false` on a server and while its page is taken over. What
 * depends on a clock and its time zone waits for it.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const never = () => () => {};
