'use client';
import { useLastError, useSound, useStatus } from '../hooks/index.js';
import { part } from './part.js';

/** The whole phone. Give it a name by `aria-label`. `data-status`. Renders a `<section role="region">`. */
export const Root = part('section', function usePhoneRoot(theirs) {
  return { theirs, ours: { role: 'region' }, state: { status: useStatus() } };
});

/** Whether the phone is ready, told as it changes; the words are yours. `data-status`. Renders a `<p role="status">`. */
export const Status = part('p', function usePhoneStatus(theirs) {
  return { theirs, ours: { role: 'status' }, state: { status: useStatus() } };
});

/** What went wrong, told at once; nothing while all is well. The words are yours. `data-code`. Renders a `<div role="alert">`. */
export const Alert = part('div', function usePhoneAlert(theirs) {
  const { error } = useLastError();
  return error && { theirs, ours: { role: 'alert' }, state: { code: error.code } };
});

/** Takes the error off the screen; nothing while all is well. Renders a `<button>`. */
export const DismissError = part('button', function usePhoneDismissError(theirs) {
  const { error, dismiss } = useLastError();
  return error && { theirs, ours: { type: 'button', onClick: dismiss } };
});

/** Starts the sound that the browser held back; nothing while there is none. Renders a `<button>`. */
export const TurnOnSound = part('button', function usePhoneTurnOnSound(theirs) {
  const { sound, turnOn } = useSound();
  if (sound === 'ready') return null;
  return { theirs, ours: { type: 'button', onClick: () => void turnOn() } };
});
