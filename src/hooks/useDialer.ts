'use client';
import { useInsertionEffect, useReducer, useState } from 'react';
import { useStore } from 'zustand';
import { createDialer, type Dialer, type DialerVerbs } from './createDialer.js';
import { dialledBefore } from './dialled.js';
import { usePhone } from './PhoneProvider.js';
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
export interface DialerControls extends DialerVerbs {
  readonly value: string;
}

/** What is being dialled is form input, not phone state: it reaches the phone only in `submit`. */
export function useDialer(options: DialerOptions = {}): DialerControls {
  const { text, update: _, ...verbs } = useDialerStore(options);
  const own = useStore(text);
  return { ...verbs, value: options.value ?? own };
}

/** A dialer that renders nobody: each of its parts reads what it shows. The same object for good. */
export function useDialerStore({ value, defaultValue = '', onValueChange }: DialerOptions): Dialer {
  const phone = usePhone();
  const dial = useDial();
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const links = {
    value,
    onValueChange,
    dial,
    dialled: () => dialledBefore(phone.store.getState()),
    refresh,
  };
  const [dialer] = useState(() => createDialer(value ?? defaultValue, links));
  // Before any handler can run; unlike an effect of the layout it may be there on a server.
  useInsertionEffect(() => dialer.update(links));
  return dialer;
}
