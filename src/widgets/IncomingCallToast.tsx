'use client';
import { type MouseEvent, type ReactElement, useEffect } from 'react';
import { useCall, useIncomingCalls, usePhone } from '../hooks/index.js';
import { showCallerInTitle } from '../page/index.js';
import { IncomingCallParts } from '../parts/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import type { CallId } from '../phone/state.js';
import { Avatar } from './Avatar.js';
import { PhoneIcon } from './icons.js';
import { useAnswer } from './useAnswer.js';
import { useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/**
 * Every call that rings here, to be answered or declined, in a corner of the page or inside a softphone. The page's
 * title says who is calling meanwhile. Takes no focus from whoever is typing, and the props of the `<div>` around all
 * of them.
 */
export function IncomingCallToast(props: WidgetProps<'div'>): ReactElement {
  const phone = usePhone();
  const { title } = useWords().incoming;
  useEffect(() => showCallerInTitle(phone, title), [phone, title]);
  return (
    <div {...mergeProps({ className: 'hs hs-toasts', 'aria-live': 'assertive' }, props)}>
      {useIncomingCalls().map((id) => (
        <Toast key={id} callId={id} />
      ))}
    </div>
  );
}

function Toast({ callId }: { callId: CallId }) {
  const words = useWords();
  const answer = useAnswer(callId);
  const answerAlone = (event: MouseEvent) => {
    event.preventDefault();
    void answer();
  };
  const pending = useCall(callId, (call) => call.pending === 'microphone');
  return (
    <IncomingCallParts.Root callId={callId} className="hs-toast" aria-label={words.incoming.label}>
      <Avatar />
      <div className="hs-toast-who">
        <span className="hs-toast-eyebrow">{pending ? words.progress.microphone : words.incoming.label}</span>
        <IncomingCallParts.Name className="hs-name hs-ellipsis" />
        <IncomingCallParts.Address className="hs-address hs-ellipsis" />
      </div>
      <div className="hs-toast-actions">
        <IncomingCallParts.Decline className="hs-button hs-button-decline">
          <PhoneIcon className="hs-icon-hangup" />
          <span className="hs-toast-label">{words.incoming.decline}</span>
        </IncomingCallParts.Decline>
        <IncomingCallParts.Answer className="hs-button hs-button-answer" onClick={answerAlone}>
          <PhoneIcon />
          <span className="hs-toast-label">{words.incoming.answer}</span>
        </IncomingCallParts.Answer>
      </div>
    </IncomingCallParts.Root>
  );
}
