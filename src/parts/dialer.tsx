'use client';
import { type ComponentPropsWithoutRef, createContext, useContext } from 'react';
import { type DialerControls, type DialerOptions, useDialer } from '../hooks/index.js';
import { part } from './part.js';

const DialerContext = createContext<DialerControls | null>(null);

function useDialerContext(): DialerControls {
  const dialer = useContext(DialerContext);
  if (!dialer) {
    throw new Error(
      'hookswitch: this part of a dialer stands alone. It shows and changes the number of the nearest ' +
        '<DialerParts.Root>, and none is above it. Put it inside one.',
    );
  }
  return dialer;
}

type RootProps = DialerOptions & Omit<ComponentPropsWithoutRef<'form'>, keyof DialerOptions>;

/** Holds what is being dialled. `data-empty`. Renders a `<form>`. */
export const Root = part('form', function useDialerRoot(given: RootProps) {
  const { value, defaultValue, onValueChange, ...theirs } = given;
  const dialer = useDialer({ value, defaultValue, onValueChange });
  return {
    theirs,
    ours: {
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void dialer.submit();
      },
    },
    state: { empty: dialer.value === '' },
    wrap: (form) => <DialerContext.Provider value={dialer}>{form}</DialerContext.Provider>,
  };
});

/** What is being dialled. Renders an `<input>`. */
export const Input = part('input', function useDialerInput(theirs) {
  const { value, setValue } = useDialerContext();
  return {
    theirs,
    ours: {
      type: 'text',
      // Reads from the left in every script, as numbers and addresses do.
      dir: 'ltr',
      autoComplete: 'off',
      autoCapitalize: 'none',
      autoCorrect: 'off',
      spellCheck: false,
      enterKeyHint: 'go',
      value,
      onChange: (event) => setValue(event.currentTarget.value),
    },
    state: { empty: value === '' },
  };
});

type KeyProps = ComponentPropsWithoutRef<'button'> & {
  /** What the key types: `0` to `9`, `*`, `#`. */
  digit: string;
};

/** Types one digit. Renders a `<button>`. */
export const Key = part('button', function useDialerKey({ digit, ...theirs }: KeyProps) {
  const { press } = useDialerContext();
  return {
    theirs,
    ours: { type: 'button', 'aria-label': digit, children: digit, onClick: () => press(digit) },
  };
});

/** Takes the last character away. `data-empty`. Renders a `<button>`. */
export const Delete = part('button', function useDialerDelete(theirs) {
  const { value, erase } = useDialerContext();
  return { theirs, ours: { type: 'button', onClick: erase }, state: { empty: value === '' } };
});

/**
 * Places the call. Not disabled while empty: pressing it then tells what is missing. `data-empty`.
 * Renders a `<button type="submit">`.
 */
export const Call = part('button', function useDialerCall(theirs) {
  const { value } = useDialerContext();
  return { theirs, ours: { type: 'submit' }, state: { empty: value === '' } };
});
