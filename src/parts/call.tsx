'use client';
import type { ComponentPropsWithoutRef } from 'react';
import {
  CallScope,
  formatDuration,
  useCall,
  useCallActions,
  useCallDuration,
  useDial,
} from '../hooks/index.js';
import { useText } from '../hooks/text.js';
import { useKnownCall } from '../hooks/useKnownCall.js';
import { useSentDigits } from '../hooks/useSentDigits.js';
import type { Call, CallId } from '../phone/state.js';
import { part } from './part.js';
import { SentProvider, useSent, useSentHere } from './sent.js';
import { isTyped } from './typed.js';

export { Keys } from './keys.js';
export { Address, Name } from './party.js';

const hasEnded = ({ state }: Call) => state === 'terminated';
const isLive = ({ state }: Call) => state !== 'terminated' && state !== 'terminating';

type RootProps = ComponentPropsWithoutRef<'section'> & {
  /** Which call; by default the one in scope, else the active one. */
  callId?: CallId | undefined;
};

/**
 * One call, live or ended; nothing when there is none. Give it a name by `aria-label`. A digit that is typed anywhere
 * inside, fields apart, goes out while the call is established. `data-state`, `data-direction`, `data-hold`, `data-cause`. Renders a `<section>`.
 */
export const Root = part('section', function useCallRoot({ callId, ...theirs }: RootProps) {
  useKnownCall(callId);
  const call = useCall(callId, ({ id, state, direction, hold, endReason }) => ({
    id,
    state,
    direction,
    hold,
    cause: endReason?.cause,
  }));
  const sent = useSentDigits(call?.id);
  if (!call) return null;
  const { id, ...state } = call;
  return {
    theirs,
    ours: {
      onKeyDown: (event) => {
        const { key, repeat } = event;
        // A key that is held is one digit.
        if (state.state !== 'established' || repeat || !/^[\d*#]$/.test(key) || !isTyped(event)) return;
        event.preventDefault();
        void sent.send(key);
      },
    },
    state,
    wrap: (section) => (
      <CallScope callId={id}>
        <SentProvider value={sent}>{section}</SentProvider>
      </CallScope>
    ),
  };
});

/** Tells in words how the call is, as it changes; the words are yours. `data-state`, `data-hold`, `data-pending`, `data-cause`. Renders a `<p>`. */
export const Status = part('p', function useCallStatus(theirs) {
  const state = useCall(undefined, ({ state, hold, pending, endReason }) => ({
    state,
    hold,
    pending,
    cause: endReason?.cause,
  }));
  return state ? { theirs, ours: { role: 'status' }, state } : null;
});

/** How long the call has lasted, `1:05`; nothing until it is answered. Renders a `<time>`. */
export const Timer = part('time', function useCallTimer(theirs) {
  const seconds = useCallDuration();
  if (seconds === undefined) return null;
  return {
    theirs,
    ours: { role: 'timer', dateTime: `PT${seconds}S`, children: formatDuration(seconds) },
  };
});

/** Silences the microphone in this call, and back. `data-muted`. Renders a `<button aria-pressed>`. */
export const Mute = part('button', function useCallMute(theirs) {
  const { mute, unmute } = useCallActions();
  const { muted = false, live = false } =
    useCall(undefined, (call) => ({ muted: call.muted, live: isLive(call) })) ?? {};
  return {
    theirs,
    ours: {
      type: 'button',
      'aria-pressed': muted,
      disabled: !live,
      onClick: () => void (muted ? unmute() : mute()),
    },
    state: { muted },
  };
});

/**
 * Puts the other party on hold, and back; disabled unless established. `data-hold`, `data-pending` while the other
 * side is asked. Renders a `<button aria-pressed>`.
 */
export const Hold = part('button', function useCallHold(theirs) {
  const actions = useCallActions();
  const {
    state,
    hold = 'none',
    pending = false,
  } = useCall(undefined, (call) => ({
    state: call.state,
    hold: call.hold,
    pending: call.pending === 'hold' || call.pending === 'resume',
  })) ?? {};
  const held = hold === 'local' || hold === 'both';
  return {
    theirs,
    ours: {
      type: 'button',
      'aria-pressed': held,
      disabled: state !== 'established',
      // Not disabled meanwhile, which would take the focus from the person who pressed it.
      'aria-disabled': pending || undefined,
      onClick: () => void (pending || (held ? actions.resume() : actions.hold())),
    },
    state: { hold, pending },
  };
});

type KeyProps = ComponentPropsWithoutRef<'button'> & {
  /** The tone to send: `0` to `9`, `*`, `#`, `A` to `D`. */
  digit: string;
};

/** Sends one keypad digit; disabled unless established. Renders a `<button>`. */
export const Key = part('button', function useCallKey({ digit, ...theirs }: KeyProps) {
  const { sendDtmf } = useCallActions();
  // A key may stand where nobody shows what went out.
  const send = useSentHere()?.send ?? sendDtmf;
  const established = useCall(undefined, ({ state }) => state === 'established');
  return {
    theirs,
    ours: {
      type: 'button',
      'aria-label': digit,
      children: digit,
      disabled: !established,
      onClick: () => void send(digit),
    },
  };
});

/** The digits that went out in this call, typed or by keys; nothing before the first. Renders an `<output>`. */
export const Sent = part('output', function useCallSent(theirs) {
  const children = useText(useSent().text, (text) => text);
  return children === '' ? null : { theirs, ours: { dir: 'ltr', children } };
});

/** Ends the call at whatever stage it is. Renders a `<button>`. */
export const Hangup = part('button', function useCallHangup(theirs) {
  const { hangup } = useCallActions();
  const live = useCall(undefined, isLive);
  return { theirs, ours: { type: 'button', disabled: !live, onClick: () => void hangup() } };
});

/** Calls the same party again in place of this call; disabled until it has ended. Renders a `<button>`. */
export const Again = part('button', function useCallAgain(theirs) {
  const dial = useDial();
  const { dismiss } = useCallActions();
  const uri = useCall(undefined, ({ remote }) => remote.uri);
  const ended = useCall(undefined, hasEnded);
  return {
    theirs,
    ours: {
      type: 'button',
      disabled: !ended,
      onClick: async () => {
        if (uri && (await dial(uri))) await dismiss();
      },
    },
  };
});

/** Takes the ended call off the screen; disabled until it has ended. Renders a `<button>`. */
export const Dismiss = part('button', function useCallDismiss(theirs) {
  const { dismiss } = useCallActions();
  const ended = useCall(undefined, hasEnded);
  return { theirs, ours: { type: 'button', disabled: !ended, onClick: () => void dismiss() } };
});
