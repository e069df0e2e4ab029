'use client';
import { type KeyboardEvent, type MouseEvent, type ReactElement, useEffect } from 'react';
import { useCall, useCallActions, useIncomingCalls, usePhone } from '../hooks/index.js';
import { showCallerInTitle } from '../page/index.js';
import * as IncomingCallParts from '../parts/incoming-call.js';
import { mergeProps } from '../parts/mergeProps.js';
import type { CallId } from '../phone/state.js';
import { Announcer } from './Announcer.js';
import { Avatar } from './Avatar.js';
import { BellOffIcon, PhoneIcon } from './icons.js';
import { Party } from './Party.js';
import { useAlone } from './useAlone.js';
import { HOTKEY, useHotkey } from './useHotkey.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Which key reaches the calls, and props of the element around them. */
export interface IncomingCallToastProps extends WidgetProps<'div'> {
  /**
   * The key that moves the focus to the call that rings longest, as `KeyboardEvent.key` names it (`F8`); `null` for
   * none. One that types nothing: it works while somebody writes, too.
   */
  hotkey?: string | null | undefined;
}

/**
 * Every call that rings here, to be answered, declined or silenced, in a corner of the page or inside a softphone. The
 * page's title says who is calling meanwhile. Takes no focus by itself: a key brings it here, and Escape then silences.
 * Takes the props of the `<div>` around all of them.
 */
export function IncomingCallToast({ hotkey = HOTKEY, ...props }: IncomingCallToastProps): ReactElement {
  const phone = usePhone();
  const { title } = useWords().incoming;
  useEffect(() => showCallerInTitle(phone, title), [phone, title]);
  const reached = useHotkey<HTMLDivElement>(hotkey);
  return (
    <>
      <Announcer hotkey={hotkey ?? undefined} />
      <div {...mergeProps({ className: 'hs hs-toasts', ...useLanguage(), ...reached }, props)}>
        {useIncomingCalls().map((id, place) => (
          <Toast key={id} callId={id} hotkey={place === 0 ? hotkey : null} />
        ))}
      </div>
    </>
  );
}

function Toast({ callId, hotkey }: { callId: CallId; hotkey: string | null }) {
  const words = useWords();
  const { silence } = useCallActions(callId);
  const answer = useAlone(callId, 'answer');
  const answerAlone = (event: MouseEvent) => {
    event.preventDefault();
    void answer();
  };
  const silenceOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Meant for the call alone, and not for a dialog around it.
    event.preventDefault();
    event.stopPropagation();
    void silence();
  };
  return (
    <IncomingCallParts.Root
      callId={callId}
      className="hs-toast"
      aria-label={words.incoming.label}
      onKeyDown={silenceOnEscape}
    >
      <Avatar />
      <div className="hs-toast-who">
        <Eyebrow callId={callId} />
        <Party />
      </div>
      <IncomingCallParts.Silence className="hs-round hs-toast-silence" aria-label={words.incoming.silence}>
        <BellOffIcon />
      </IncomingCallParts.Silence>
      <div className="hs-toast-actions">
        <IncomingCallParts.Decline className="hs-button hs-button-decline">
          <PhoneIcon className="hs-icon-hangup" />
          <span className="hs-toast-label">{words.incoming.decline}</span>
        </IncomingCallParts.Decline>
        <IncomingCallParts.Answer
          className="hs-button hs-button-answer"
          aria-keyshortcuts={hotkey ?? undefined}
          onClick={answerAlone}
        >
          <PhoneIcon />
          <span className="hs-toast-label">{words.incoming.answer}</span>
        </IncomingCallParts.Answer>
      </div>
    </IncomingCallParts.Root>
  );
}

/** How the call rings, in a line above the name. */
function Eyebrow({ callId }: { callId: CallId }) {
  const { incoming, progress } = useWords();
  const { pending, silenced } =
    useCall(callId, (call) => ({ pending: call.pending === 'microphone', silenced: call.silenced })) ?? {};
  return (
    <span className="hs-toast-eyebrow">
      {pending ? progress.microphone : silenced ? incoming.silenced : incoming.label}
    </span>
  );
}
