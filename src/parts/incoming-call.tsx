'use client';
import { type ComponentPropsWithoutRef, useId } from 'react';
import { useCallScope } from '../hooks/CallScope.js';
import { type CallActions, CallScope, isIncoming, useCall, useCallActions } from '../hooks/index.js';
import { useKnownCall } from '../hooks/useKnownCall.js';
import type { CallId } from '../phone/state.js';
import { part } from './part.js';
import { standsAlone } from './partContext.js';
import { NameIdContext } from './party.js';

export { Address, Name } from './party.js';

type RootProps = ComponentPropsWithoutRef<'div'> & {
  /** One of `useIncomingCalls()`. */
  callId: CallId;
};

/**
 * One call that rings here, described by its `Name`; nothing once it stopped ringing. Give it a name by `aria-label`.
 * Takes no focus. A widget that shows calls says aloud that it rings; without any, put it into a live region that is
 * there before it, such as `<div aria-live="assertive">`. Renders a `<div role="alertdialog">`.
 */
export const Root = part('div', function useIncomingCallRoot({ callId, ...theirs }: RootProps) {
  useKnownCall(callId);
  const nameId = useId();
  const ringing = useCall(callId, isIncoming);
  if (!ringing) return null;
  return {
    theirs,
    ours: { role: 'alertdialog', 'aria-describedby': nameId },
    wrap: (dialog) => (
      <CallScope callId={callId}>
        <NameIdContext.Provider value={nameId}>{dialog}</NameIdContext.Provider>
      </CallScope>
    ),
  };
});

/** The verbs of the call that rings: not of the active one, as elsewhere without a scope, for that does not ring. */
function useIncomingActions(): CallActions {
  const actions = useCallActions();
  if (useCallScope() === null) {
    throw standsAlone({
      whole: 'an incoming call',
      does: 'answers, silences or declines the call of',
      root: 'IncomingCallParts.Root',
    });
  }
  return actions;
}

/** Answers the call. `data-pending` while the browser asks for the microphone. Renders a `<button>`. */
export const Answer = part('button', function useIncomingCallAnswer(theirs) {
  const { answer } = useIncomingActions();
  const { ringing = false, pending = false } =
    useCall(undefined, (call) => ({ ringing: isIncoming(call), pending: call.pending === 'microphone' })) ??
    {};
  return {
    theirs,
    ours: {
      type: 'button',
      disabled: !ringing,
      'aria-disabled': pending || undefined,
      onClick: () => void (pending || answer()),
    },
    state: { pending },
  };
});

/**
 * Lets the call ring on without a sound here; the caller hears no difference. `data-silenced`. Renders a
 * `<button aria-pressed>`.
 */
export const Silence = part('button', function useIncomingCallSilence(theirs) {
  const { silence } = useIncomingActions();
  const { ringing = false, silenced = false } =
    useCall(undefined, (call) => ({ ringing: isIncoming(call), silenced: call.silenced })) ?? {};
  return {
    theirs,
    ours: {
      type: 'button',
      'aria-pressed': silenced,
      disabled: !ringing,
      onClick: () => void silence(),
    },
    state: { silenced },
  };
});

/** Refuses the call, on the person's other phones too. Renders a `<button>`. */
export const Decline = part('button', function useIncomingCallDecline(theirs) {
  const { decline } = useIncomingActions();
  const ringing = useCall(undefined, isIncoming);
  return { theirs, ours: { type: 'button', disabled: !ringing, onClick: () => void decline() } };
});
