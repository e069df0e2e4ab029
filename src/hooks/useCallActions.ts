'use client';
import { useMemo } from 'react';
import type { Phone } from '../phone/phone.js';
import { selectActiveCall } from '../phone/selectors.js';
import type { CallId } from '../phone/state.js';
import { useCallScope } from './CallScope.js';
import { usePhone } from './PhoneProvider.js';
import { settle } from './settle.js';

/** Every verb of the phone that acts on one call, named by its id. */
type CallVerb = {
  [K in keyof Phone]: Phone[K] extends (...args: infer Args) => Promise<void> | void
    ? Args extends [CallId, ...unknown[]]
      ? K
      : never
    : never;
}[keyof Phone];

type WithoutId<Args> = Args extends [unknown, ...infer Rest] ? Rest : never;

/** The verbs of one call. They never reject: a failure is in `lastError`. */
export type CallActions = {
  readonly [V in CallVerb]: (...args: WithoutId<Parameters<Phone[V]>>) => Promise<void>;
};

// A verb that is added to `Phone` and forgotten here does not compile.
const verbs = Object.keys({
  answer: true,
  decline: true,
  silence: true,
  hangup: true,
  hold: true,
  resume: true,
  mute: true,
  unmute: true,
  sendDtmf: true,
  dismiss: true,
} satisfies Record<CallVerb, true>) as CallVerb[];

/**
 * The verbs of one call: the given one, else the one in scope, else the one that is active when the verb is
 * used. Without a call they do nothing. The same object until the phone or the call changes.
 */
export function useCallActions(id?: CallId): CallActions {
  const phone = usePhone();
  const scope = useCallScope();
  const wanted = id ?? scope;
  return useMemo(() => bindVerbs(phone, wanted), [phone, wanted]);
}

function bindVerbs(phone: Phone, wanted: CallId | null): CallActions {
  const bind =
    (verb: CallVerb) =>
    async (...args: unknown[]) => {
      const id = wanted ?? selectActiveCall(phone.store.getState())?.id;
      const act = phone[verb] as (id: CallId, ...args: unknown[]) => Promise<void> | void;
      if (id) await settle(() => act(id, ...args));
    };
  return Object.fromEntries(verbs.map((verb) => [verb, bind(verb)])) as CallActions;
}
