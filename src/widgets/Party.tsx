'use client';
import type { ReactElement } from 'react';
import { addressOf, useCall } from '../hooks/index.js';
import * as CallParts from '../parts/call.js';
import { useNumberFormat } from './NumberFormat.js';

/** Who the other party of the call in scope is: the name, and the number or address where the name is another. */
export function Party(): ReactElement | null {
  const { whole } = useNumberFormat();
  const remote = useCall(undefined, (call) => call.remote);
  if (!remote) return null;
  return (
    <>
      <CallParts.Name className="hs-name hs-ellipsis">{whole(remote.displayName)}</CallParts.Name>
      <CallParts.Address className="hs-address hs-ellipsis">{whole(addressOf(remote.uri))}</CallParts.Address>
    </>
  );
}
