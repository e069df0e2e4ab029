import { type ReactNode, useEffect, useState } from 'react';
import { type Phone, PhoneProvider, type PhoneSettings, Softphone } from '../../src/index.js';
import { createWire, type Wire } from '../../src/testing/index.js';
import './live.css';

/** What the phones of one page share. */
export interface Live {
  readonly wire: Wire;
  /** The phone of a user, made when it is first asked for. */
  phone(user: string, settings?: Partial<PhoneSettings>): Phone;
  dispose(): void;
}

function createLive(): Live {
  const wire = createWire();
  const phones = new Map<string, Phone>();
  return {
    wire,
    phone(user, settings) {
      const phone = phones.get(user) ?? wire.phone(user, settings);
      phones.set(user, phone);
      return phone;
    },
    dispose() {
      for (const phone of phones.values()) void phone.dispose();
    },
  };
}

interface LivePageProps {
  /** What a person may do here, in a sentence or two. */
  toTry: string;
  children: (live: Live) => ReactNode;
}

/**
 * Phones that really call each other, by real SIP and real WebRTC over a wire in memory: no server is needed. They
 * live as long as the page shows them.
 */
export function LivePage({ toTry, children }: LivePageProps) {
  const [live] = useState(createLive);
  useEffect(() => live.dispose, [live]);
  return (
    <div className="live">
      <p className="live-hint" lang="en" dir="auto">
        {toTry}
      </p>
      <div className="live-stage">{children(live)}</div>
    </div>
  );
}

/** The name that goes with a user of the wire: Alice for alice. */
export const nameOf = ({ wire }: Live, user: string): string =>
  wire.exchange.accounts[user]?.displayName ?? user;

interface PersonProps {
  live: Live;
  user: string;
  settings?: Partial<PhoneSettings>;
}

/** Somebody with a softphone, and the microphone and speaker of this machine. */
export function Person({ live, user, settings }: PersonProps) {
  const name = nameOf(live, user);
  return (
    <div>
      <h2>{name}</h2>
      <PhoneProvider phone={live.phone(user, settings)}>
        <Softphone aria-label={name} />
      </PhoneProvider>
    </div>
  );
}
