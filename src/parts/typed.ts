import type { KeyboardEvent, SyntheticEvent } from 'react';

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

/** Whether something happens in an element that takes text by itself, in a shadow root of another component too. */
export function isInField({ nativeEvent }: SyntheticEvent): boolean {
  const [target] = nativeEvent.composedPath();
  // Not `instanceof`: in an iframe every class is another one.
  return (target as Partial<Element> | undefined)?.closest?.(FIELDS) != null;
}

/** Whether a key was pressed to type a character, not to reach a field or to give a command. */
export function isTyped(event: KeyboardEvent): boolean {
  const { key, defaultPrevented, ctrlKey, metaKey, altKey } = event;
  // A digit with Alt is a command; on some keyboards # is typed with it.
  const command = ctrlKey || metaKey || (altKey && /\d/.test(key));
  return !defaultPrevented && !command && !isInField(event);
}
