'use client';
import type { ComponentPropsWithoutRef } from 'react';
import { CallScope, useCall } from '../hooks/index.js';
import { useKnownCall } from '../hooks/useKnownCall.js';
import type { CallId } from '../phone/state.js';
import { part } from './part.js';

/** Several calls. Give it a name by `aria-label`. Renders a `<ul>`. */
export const Root = part('ul', function useCallListRoot(theirs) {
  return { theirs };
});

type ItemProps = ComponentPropsWithoutRef<'li'> & {
  /** One of `useCallIds()`. */
  callId: CallId;
};

/**
 * One of the calls, which all call parts inside are about; nothing once it is gone. Only the items of calls that change
 * render again. `data-state`, `data-hold`. Renders an `<li>`.
 */
export const Item = part('li', function useCallListItem({ callId, ...theirs }: ItemProps) {
  useKnownCall(callId);
  const state = useCall(callId, ({ state, hold }) => ({ state, hold }));
  if (!state) return null;
  return { theirs, state, wrap: (item) => <CallScope callId={callId}>{item}</CallScope> };
});
