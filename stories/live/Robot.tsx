import { type ReactNode, useEffect, useState } from 'react';
import {
  PhoneProvider,
  useCall,
  useCallActions,
  useDial,
  useIncomingCalls,
  usePhone,
  useStatus,
  useWords,
} from '../../src/index.js';
import type { WireMessage } from '../../src/testing/index.js';
import { endingWords, progressWords } from '../../src/widgets/progress.js';
import { type Live, nameOf } from './LivePage.js';
import { robotMedia } from './robotMedia.js';

interface RobotProps {
  live: Live;
  user: string;
  /** What it can do. */
  children: ReactNode;
}

/** A phone that nobody holds, and what it says of itself. */
export function Robot({ live, user, children }: RobotProps) {
  const [media] = useState(robotMedia);
  return (
    <PhoneProvider phone={live.phone(user, { media })}>
      <Card name={nameOf(live, user)}>{children}</Card>
    </PhoneProvider>
  );
}

function Card({ name, children }: { name: string; children: ReactNode }) {
  const words = useWords();
  const call = useCall();
  const status = useStatus();
  const doing = call && (progressWords(call, words) || endingWords(call, words).reason);
  return (
    <section aria-label={name} data-status={status}>
      <h2>{name}</h2>
      <div className="live-card">
        <p role="status">{doing ?? words.status[status]}</p>
        {children}
      </div>
    </section>
  );
}

/** A button that lets the robot call somebody, or give up. */
export function Calls({ live, user }: { live: Live; user: string }) {
  const dial = useDial();
  const { dismiss, hangup } = useCallActions();
  const ended = useCall(undefined, ({ state }) => state === 'terminated') ?? true;
  const name = nameOf(live, user);
  if (!ended)
    return (
      <button type="button" onClick={() => void hangup()}>
        Hang up
      </button>
    );
  return (
    <button
      type="button"
      onClick={() => {
        void dismiss();
        void dial(user);
      }}
    >
      Call {name}
    </button>
  );
}

/** Lets the robot take every call by itself. */
export function AnswersByItself() {
  const phone = usePhone();
  const ids = useIncomingCalls();
  useEffect(() => {
    for (const id of ids) void phone.answer(id);
  }, [phone, ids]);
  return null;
}

/** Shows the keypad digits that reach a user. */
export function DigitsHeard({ live: { wire }, user }: { live: Live; user: string }) {
  const [digits, setDigits] = useState('');
  useEffect(() => {
    wire.onMessage = (message) => {
      if (message.user === user) setDigits((before) => before + digitIn(message));
      return message.text;
    };
    return () => {
      wire.onMessage = null;
    };
  }, [wire, user]);
  return (
    <p>
      Digits heard: <output aria-label="Digits heard">{digits || '–'}</output>
    </p>
  );
}

const digitIn = ({ direction, text }: WireMessage): string =>
  (direction === 'received' && text.startsWith('INFO ') && /^Signal=(.)/m.exec(text)?.[1]) || '';
