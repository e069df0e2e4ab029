'use client';
import type { ReactElement } from 'react';
import { useCall, useMeter } from '../hooks/index.js';
import { UserRoundIcon } from './icons.js';
import { initials } from './initials.js';

interface Props {
  large?: boolean;
  /** Made of this name in place of the one that came with the call. */
  name?: string | undefined;
}

/** A picture made of initials for the other party of the call in scope, and a ring around it that follows their voice. */
export function Avatar({ large, name }: Props): ReactElement | null {
  const call = useCall(undefined, ({ id, state, hold, remote }) => ({
    id,
    ringing: state === 'ringing',
    // Nobody hears whom they have put on hold.
    heard: state === 'established' && hold !== 'local' && hold !== 'both',
    sender: remote.displayName,
  }));
  const level = useMeter(call?.heard ? call.id : undefined);
  if (!call) return null;
  return (
    <span
      className={large ? 'hs-avatar hs-avatar-large' : 'hs-avatar'}
      data-ringing={call.ringing ? '' : undefined}
      aria-hidden="true"
    >
      {initials(name ?? call.sender) || <UserRoundIcon />}
      <span ref={level} className="hs-level" />
    </span>
  );
}
