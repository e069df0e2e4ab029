'use client';
import { useEffect, useRef } from 'react';
import { type CallEvents, watchCalls } from '../phone/watchCalls.js';
import { usePhone } from './PhoneProvider.js';

/**
 * Tells a component what happens to the phone's calls while it is mounted: `useCallEvents({ onCallEnded: save })`.
 * The handlers may be new at each render; one that throws does no harm to the call.
 */
export function useCallEvents(events: CallEvents): void {
  const phone = usePhone();
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  useEffect(
    () =>
      watchCalls(phone, {
        onCallIncoming: (call) => latest.current.onCallIncoming?.(call),
        onCallPlaced: (call) => latest.current.onCallPlaced?.(call),
        onCallAnswered: (call) => latest.current.onCallAnswered?.(call),
        onCallEnded: (call) => latest.current.onCallEnded?.(call),
      }),
    [phone],
  );
}
