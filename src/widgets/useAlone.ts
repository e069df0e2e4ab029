'use client';
import { useCallback, useRef } from 'react';
import { useCallActions, usePhone } from '../hooks/index.js';
import type { Phone } from '../phone/phone.js';
import type { Call, CallId } from '../phone/state.js';

/** How long the other side may take to agree to a hold, in ms: who waits for the person does not wait for it longer. */
const PATIENCE = 2000;

/**
 * Answers or resumes a call after every other one was put on hold, or muted where the other side does not let itself
 * be held: nobody is to hear what another party is told. They are as before when it fails. Never rejects.
 */
export function useAlone(id: CallId | undefined, verb: 'answer' | 'resume'): () => Promise<void> {
  const phone = usePhone();
  const { [verb]: act } = useCallActions(id);
  const acting = useRef(false);
  return useCallback(async () => {
    if (acting.current) return;
    acting.current = true;
    const others = callsOf(phone).filter((call) => call.id !== id && isHeard(call));
    const undo = await Promise.all(others.map((call) => silence(phone, call)));
    await act();
    if (!callsOf(phone).some((call) => call.id === id && isDone[verb](call))) for (const back of undo) back();
    acting.current = false;
  }, [phone, id, verb, act]);
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
const isDone = {
  answer: ({ state, answeredAt }: Call) => state === 'connecting' || answeredAt !== null,
  resume: isHeard,
};
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const inLastError = () => {};
