import { useState } from 'react';
import { useDial } from './useDial.js';

export interface DialerOptions {
  /** What is being dialled, when the parent keeps it. */
  value?: string | undefined;
  /** What to begin with, when the dialer keeps it itself. */
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
}

export interface Dialer {
  readonly value: string;
  setValue(value: string): void;
  /** Adds a key, such as `5` or `#`, at the end. */
  press(key: string): void;
  /** Takes the last character away. */
  erase(): void;
  /** Calls what was dialled and clears it; it stays, to be mended, when it cannot be called. Never rejects. */
  submit(): Promise<void>;
}

/** What is being dialled is form input, not phone state: it reaches the phone only in `submit`. */
export function useDialer({ value, defaultValue = '', onValueChange }: DialerOptions = {}): Dialer {
  const dial = useDial();
  const [own, setOwn] = useState(defaultValue);
  const dialled = value ?? own;
  const setValue = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
  };
  return {
    value: dialled,
    setValue,
    press: (key) => setValue(dialled + key),
    erase: () => setValue([...dialled].slice(0, -1).join('')),
    submit: async () => {
      if (await dial(dialled)) setValue('');
    },
  };
}
