'use client';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useDial, useLastError, usePhone, usePhoneState } from '../hooks/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import type { CallId, LastError } from '../phone/state.js';
import { Announcer } from './Announcer.js';
import { CallPill } from './CallPill.js';
import { ErrorAlert } from './ErrorAlert.js';
import { Isolated, type IsolateProps } from './Isolated.js';
import { PhoneIcon } from './icons.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Whom to call, what the button says, and props of its root element. */
export interface CallButtonProps extends WidgetProps<'div'>, IsolateProps {
  /** A number, a name of the phone's own domain or a SIP URI. */
  target: string;
  /** Who is called: the button says "Call NAME" and not "Call us", and the call is shown with this name. */
  name?: string | undefined;
  /** What the button says, in place of both. */
  label?: string | undefined;
}

/**
 * One button that becomes the call which it places: who it is with, how it stands, mute, keypad, hang up, why it
 * ended; then it is a button again. Says beside it what went wrong. Shows no other call, so there may be several on
 * a page. Takes the props of its root, a `<div>`.
 */
export function CallButton({ isolate, ...props }: CallButtonProps): ReactElement {
  if (!isolate) return <Button {...props} />;
  const { id, className, style, ...inside } = props;
  return (
    <Isolated id={id} className={className} style={style}>
      <Button {...inside} />
    </Isolated>
  );
}

function Button({ target, name, label, ...props }: Omit<CallButtonProps, 'isolate'>) {
  const words = useWords();
  const { call, error, place } = useOwnCall(target);
  const button = useRef<HTMLButtonElement>(null);
  const focus = useKeptFocus<HTMLDivElement>(button);
  return (
    <div {...mergeProps({ className: 'hs hs-call-button', ...useLanguage(), ...focus }, props)}>
      <Announcer />
      {call ? (
        <CallPill key={call} callId={call} name={name} onAgain={place} />
      ) : (
        <button ref={button} type="button" className="hs-button hs-call-button-idle" onClick={place}>
          <PhoneIcon />
          {label ?? (name ? words.callTo(name) : words.callUs)}
        </button>
      )}
      {error && <ErrorAlert code={error.code} />}
    </div>
  );
}

/** The call that was placed here while it is on screen, and what went wrong with it or on the way to it. */
function useOwnCall(target: string) {
  const phone = usePhone();
  const dial = useDial();
  const { error } = useLastError();
  const [placed, setPlaced] = useState<CallId>();
  const [refusal, setRefusal] = useState<LastError | null>(null);
  const placing = useRef(false);
  const shown = usePhoneState(({ calls }) => calls.some(({ id }) => id === placed));

  // Not before the call is in the place of the button, which may be pressed twice in no time.
  useEffect(() => {
    if (placed) placing.current = false;
  }, [placed]);

  const place = async () => {
    if (placing.current) return;
    placing.current = true;
    const { lastError: before } = phone.store.getState();
    const id = await dial(target);
    if (id) {
      if (placed) phone.dismiss(placed);
      setPlaced(id);
    } else {
      placing.current = false;
      const { lastError } = phone.store.getState();
      // A mistake of the program says nothing here: what is there then is an error of something else.
      if (lastError !== before) setRefusal(lastError);
    }
  };

  const isOurs = error && (error.callId === null ? error === refusal : error.callId === placed);
  return { call: shown ? placed : undefined, error: isOurs ? error : null, place };
}
