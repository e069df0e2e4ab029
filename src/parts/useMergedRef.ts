'use client';
import { type Ref, type RefCallback, useMemo } from 'react';

/** One ref that feeds three. The same until one of them changes. */
export const useMergedRef = (a: Ref<unknown>, b: Ref<unknown>, c: Ref<unknown>): Ref<unknown> =>
  useMemo(() => (a || b || c ? mergeRefs(a, b, c) : null), [a, b, c]);

function mergeRefs(...refs: Ref<unknown>[]): RefCallback<unknown> {
  let detach: (() => void)[] = [];
  // Returns no clean-up of its own, which React 18 would warn of: both versions call with `null` instead.
  return (node) => {
    for (const undo of detach) undo();
    detach = node === null ? [] : refs.map((ref) => attach(ref, node));
  };
}

function attach(ref: Ref<unknown>, node: unknown): () => void {
  if (typeof ref === 'function') {
    const undo = ref(node);
    return typeof undo === 'function' ? undo : () => void ref(null);
  }
  if (!ref) return () => {};
  const holder: { current: unknown } = ref;
  holder.current = node;
  return () => {
    holder.current = null;
  };
}
