'use client';
import { useEffect, useState } from 'react';
import type { CallId } from '../phone/state.js';
import { useCall } from './useCall.js';

/** How long a call has lasted, in whole seconds; `undefined` until it is answered. Ticks by itself. */
export function useCallDuration(id?: CallId): number | undefined {
  const { answeredAt = null, endedAt = null } =
    useCall(id, (call) => ({ answeredAt: call.answeredAt, endedAt: call.endedAt })) ?? {};
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    if (answeredAt === null || endedAt !== null) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now();
      setNow(at);
      // To the next full second of the call, so that it neither drifts nor skips one.
      timer = setTimeout(tick, 1000 - ((at - answeredAt) % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [answeredAt, endedAt]);

  if (answeredAt === null) return undefined;
  return Math.max(0, Math.floor(((endedAt ?? now) - answeredAt) / 1000));
}
