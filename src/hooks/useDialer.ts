'use client';
import { useRef, useState } from 'react';
import { useDial } from './useDial.js';

/** Who keeps what is being dialled: the dialer itself, or its parent as of any input in React. */
export interface DialerOptions {
  /** What is being dialled, when the parent keeps it. */
  value?: string | undefined;
  /** What to begin with, when the dialer keeps it itself. */
  defaultValue?: string | undefined;
  /** Told of every change. */
  onValueChange?: ((value: string) => void) | undefined;
}

/** What is being dialled, and what can be done with it. */
export interface DialerControls {
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
export function useDialer({ value, defaultValue = '', onValueChange }: DialerOptions = {}): DialerControls {
  const dial = useDial();
  const [own, setOwn] = useState(defaultValue);
  // Two presses may come between two renders.
  const latest = useRef(defaultValue);
  const setValue = (next: string) => {
    latest.current = next;
    setOwn(next);
    onValueChange?.(next);
  };
  return {
    value: value ?? own,
    setValue,
    press: (key) => setValue((value ?? latest.current) + key),
    erase: () => setValue([...(value ?? latest.current)].slice(0, -1).join('')),
    submit: async () => {
      if (await dial(value ?? latest.current)) setValue('');
    },
  };
}
