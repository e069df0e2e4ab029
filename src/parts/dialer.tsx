'use client';
import { type ComponentPropsWithoutRef, type CSSProperties, createContext, useContext } from 'react';
import type { Dialer } from '../hooks/createDialer.js';
import type { DialerOptions } from '../hooks/index.js';
import { readable } from '../hooks/readable.js';
import { useText } from '../hooks/text.js';
import { useDialerStore } from '../hooks/useDialer.js';
import type { Format } from './edit.js';
import { part } from './part.js';
import { partContext } from './partContext.js';
import { isInField, isTyped } from './typed.js';
import { useFormattedField } from './useFormattedField.js';
import { useLongPress } from './useLongPress.js';

export { Keys } from './keys.js';

const [DialerProvider, useDialerContext] = partContext<Dialer>({
  whole: 'a dialer',
  does: 'shows and changes the number of',
  root: 'DialerParts.Root',
});

/** What is being dialled, where a parent of the dialer keeps it. */
const KeptContext = createContext<string | undefined>(undefined);

const whole = (text: string) => text;
const isEmpty = (text: string) => text === '';

/** Reads what is being dialled. Renders again only when what `select` returns changes. */
function useDialled<T>(select: (text: string) => T): T {
  const own = useText(useDialerContext().text, select);
  const kept = useContext(KeptContext);
  return kept === undefined ? own : select(kept);
}

type RootProps = DialerOptions & Omit<ComponentPropsWithoutRef<'form'>, keyof DialerOptions>;

/**
 * Holds what is being dialled. What is typed or pasted anywhere inside goes into it. Only the parts that show a change
 * render again. `data-empty`. Renders a `<form>`.
 */
export const Root = part('form', function useDialerRoot(given: RootProps) {
  const { value, defaultValue, onValueChange, ...theirs } = given;
  const dialer = useDialerStore({ value, defaultValue, onValueChange });
  const empty = useText(dialer.text, isEmpty);
  return {
    theirs,
    ours: {
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void dialer.submit();
      },
      onKeyDown: (event) => {
        if (!isTyped(event)) return;
        if (event.key === 'Backspace') dialer.erase();
        else if (/^[\p{Nd}*#+]$/u.test(event.key)) dialer.press(event.key);
        else return;
        event.preventDefault();
      },
      onPaste: (event) => {
        if (event.defaultPrevented || isInField(event)) return;
        event.preventDefault();
        dialer.press(readable(event.clipboardData.getData('text')).trim());
      },
    },
    state: { empty: value === undefined ? empty : isEmpty(value) },
    wrap: (form) => (
      <DialerProvider value={dialer}>
        <KeptContext.Provider value={value}>{form}</KeptContext.Provider>
      </DialerProvider>
    ),
  };
});

type InputProps = ComponentPropsWithoutRef<'input'> & {
  /** How it is shown, such as `useNumberFormat().typed`: what is called stays as it was typed. */
  format?: Format | undefined;
};

/**
 * What is being dialled. The arrow keys up and down walk through what was dialled before. Its length is `--hs-length`.
 * `data-empty`. Renders an `<input>`.
 */
export const Input = part('input', function useDialerInput({ format = whole, ...theirs }: InputProps) {
  const { setValue, recall } = useDialerContext();
  const field = useFormattedField(useDialled(whole), setValue, format);
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
      style: { '--hs-length': field.value.length } as CSSProperties,
      ...field,
      onKeyDown: (event) => {
        const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
        const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : undefined;
        if (!step || ctrlKey || metaKey || altKey || shiftKey || nativeEvent.isComposing) return;
        event.preventDefault();
        recall(step);
      },
    },
    state: { empty: field.value === '' },
  };
});

type KeyProps = ComponentPropsWithoutRef<'button'> & {
  /** What the key types: `0` to `9`, `*`, `#`. */
  digit: string;
  /** What it types instead when a pointer holds it for half a second, such as `+`. By the keyboard, that is typed. */
  hold?: string | undefined;
};

/** Types one digit. Renders a `<button>`. */
export const Key = part('button', function useDialerKey({ digit, hold, ...theirs }: KeyProps) {
  const { press } = useDialerContext();
  const longPress = useLongPress(
    () => press(digit),
    () => press(hold ?? ''),
  );
  return {
    theirs,
    ours: {
      type: 'button',
      'aria-label': digit,
      children: digit,
      ...(hold ? longPress : { onClick: longPress.onClick }),
    },
  };
});

/** Takes the last character away. `data-empty`. Renders a `<button>`. */
export const Delete = part('button', function useDialerDelete(theirs) {
  const { erase } = useDialerContext();
  return { theirs, ours: { type: 'button', onClick: erase }, state: { empty: useDialled(isEmpty) } };
});

/**
 * Places the call. Not disabled while empty: it then fills in what was dialled last, or tells what is missing.
 * `data-empty`. Renders a `<button type="submit">`.
 */
export const Call = part('button', function useDialerCall(theirs) {
  return { theirs, ours: { type: 'submit' }, state: { empty: useDialled(isEmpty) } };
});
