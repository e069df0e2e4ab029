'use client';
import { createContext, useContext } from 'react';
import { addressOf, useCall } from '../hooks/index.js';
import { part } from './part.js';

/** The id that a `Name` takes, so that something else may be described by it. */
export const NameIdContext = createContext<string | undefined>(undefined);

/** Who the other party is. Renders a `<span>`. */
export const Name = part('span', function usePartyName(theirs) {
  const id = useContext(NameIdContext);
  const children = useCall(undefined, (call) => call.remote.displayName);
  // A name that came over the wire keeps its direction to itself.
  return children === undefined ? null : { theirs, ours: { id, dir: 'auto', children } };
});

/** The number or address of the other party; nothing where the name says the same. Renders a `<span>`. */
export const Address = part('span', function usePartyAddress(theirs) {
  const remote = useCall(undefined, (call) => call.remote);
  const children = remote && addressOf(remote.uri);
  return children === undefined || children === remote?.displayName
    ? null
    : { theirs, ours: { dir: 'ltr', children } };
});
