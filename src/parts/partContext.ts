'use client';
import { createContext, type Provider, useContext } from 'react';

interface Belonging {
  /** What the part belongs to, such as "a dialer". */
  whole: string;
  /** What it does with that, such as "shows and changes the number of". */
  does: string;
  /** What makes the context. */
  root: string;
}

export const standsAlone = ({ whole, does, root }: Belonging): Error =>
  new Error(
    `hookswitch: this part of ${whole} stands alone. It ${does} the nearest <${root}>, and none is above it. ` +
      'Put it inside one.',
  );

/**
 * What a root gives to the parts inside: its provider, a hook that throws where there is none and says what to do, and
 * one that gives `null` then.
 */
export function partContext<T>(belonging: Belonging): readonly [Provider<T | null>, () => T, () => T | null] {
  const Context = createContext<T | null>(null);
  const useOptional = () => useContext(Context);
  const useRequired = () => {
    const value = useOptional();
    if (value === null) throw standsAlone(belonging);
    return value;
  };
  return [Context.Provider, useRequired, useOptional];
}
