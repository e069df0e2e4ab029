'use client';
import { createContext, type Provider, useContext } from 'react';

interface Lost {
  /** What the part belongs to, such as "a dialer". */
  whole: string;
  /** What it does with that, such as "shows and changes the number of". */
  does: string;
  /** What makes the context. */
  root: string;
}

/**
 * What a root gives to the parts inside: its provider, a hook that throws where there is none and says what to do, and
 * one that gives `null` then.
 */
export function partContext<T>({
  whole,
  does,
  root,
}: Lost): readonly [Provider<T | null>, () => T, () => T | null] {
  const Context = createContext<T | null>(null);
  const useRequired = () => {
    const value = useContext(Context);
    if (value === null) {
      throw new Error(
        `hookswitch: this part of ${whole} stands alone. It ${does} the nearest <${root}>, and none is above it. ` +
          'Put it inside one.',
      );
    }
    return value;
  };
  return [Context.Provider, useRequired, () => useContext(Context)];
}
