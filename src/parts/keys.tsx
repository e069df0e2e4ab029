'use client';
import type { ComponentPropsWithoutRef } from 'react';
import { part } from './part.js';
import { useRovingFocus } from './useRovingFocus.js';

type KeysProps = ComponentPropsWithoutRef<'div'> & {
  /** How many keys stand in a row, for the arrow keys; 3 by default. */
  columns?: number | undefined;
};

/**
 * The keys as one stop of the Tab key, with arrow keys among them. Give it a name by `aria-label`. Reads from the left
 * in every script, as keypads do. Renders a `<div role="group">`.
 */
export const Keys = part('div', function useKeys({ columns = 3, ...theirs }: KeysProps) {
  return { theirs, ours: { role: 'group', dir: 'ltr', ...useRovingFocus<HTMLDivElement>(columns) } };
});
