'use client';
import { useCallback, useRef } from 'react';
import { useCallActions, usePhone } from '../hooks/index.js';
import type { Phone } from '../phone/phone.js';
import type { Call, CallId } from '../phone/state.js';

/** How long the other side may take to agree to a hold, in ms: who is ringing does not wait for it longer. */
const PATIENCE = 2000;

/**
 * Answers a call after every running one was put on hold, or muted where the other side does not let itself be held:
 * nobody is to hear what another party is told. They are as before when the answer fails. Never rejects.
 */
export function useAnswer(id: CallId): () => Promise<void> {
  const phone = usePhone();
  const { answer } = useCallActions(id);
  const answering = useRef(false);
  return useCallback(async () => {
    if (answering.current) return;
    answering.current = true;
    const undo = await Promise.all(
      callsOf(phone)
        .filter(isHeard)
        .map((call) => silence(phone, call)),
    );
    await answer();
    if (!callsOf(phone).some((call) => call.id === id && isAnswered(call))) for (const back of undo) back();
    answering.current = false;
  }, [phone, id, answer]);
}

/** Returns the way back. */
async function silence(phone: Phone, { id, muted }: Call): Promise<() => void> {
  await Promise.race([phone.hold(id).catch(inLastError), pause(PATIENCE)]);
  if (callsOf(phone).some((call) => call.id === id && isHeard(call))) await phone.mute(id);
  return () => {
    phone.resume(id).catch(inLastError);
    if (!muted) phone.unmute(id).catch(inLastError);
  };
}

const callsOf = (phone: Phone) => phone.store.getState().calls;
const isHeard = ({ state, hold }: Call) => state === 'established' && (hold === 'none' || hold === 'remote');
const isAnswered = ({ state, answeredAt }: Call) => state === 'connecting' || answeredAt !== null;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const inLastError = () => {};
