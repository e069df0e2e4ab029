import { isIncoming } from '../hooks/index.js';
import type { Words } from '../locales/en.js';
import type { DevicesState } from '../media/index.js';
import type { Call, PhoneState } from '../phone/state.js';
import { endingWords, progressWords } from './progress.js';

/** A sentence to be heard; an urgent one may break into another. */
export interface News {
  readonly text: string;
  readonly urgent: boolean;
}

/** What news can be of. */
export type Known = Pick<PhoneState, 'calls' | 'devices'>;

/** What somebody who comes now takes for known: all but the calls that ring. */
export const knownAtFirst = ({ calls, devices }: Known): Known => ({
  calls: calls.filter((call) => !isIncoming(call)),
  devices,
});

/**
 * Says in words what is new in `now`, in the order in which it is to be heard.
 *
 * @param hotkey the key that moves the focus to a call that rings, if there is one
 */
export function news(before: Known, now: Known, words: Words, hotkey?: string): News[] {
  return [
    ...callNews(before.calls, now.calls, words, hotkey),
    ...deviceNews(before.devices, now.devices, words),
  ];
}

function callNews(before: readonly Call[], now: readonly Call[], words: Words, hotkey?: string): News[] {
  if (now === before) return [];
  return now.flatMap((call): News[] => {
    const known = before.find(({ id }) => id === call.id);
    const name = call.remote.displayName;
    if (isIncoming(call)) {
      if (known) return [];
      const how = hotkey ? [words.incoming.reach(hotkey)] : [];
      return [{ text: [words.news.incoming(name), ...how].join(' '), urgent: true }];
    }
    const what = becomes(call, words);
    if (!what || (known && becomes(known, words) === what)) return [];
    return [{ text: words.news.call(name, what), urgent: false }];
  });
}

/** What a call has become; nothing for what passes by on the way. */
function becomes(call: Call, words: Words): string | undefined {
  const { state } = call;
  if (isIncoming(call) || state === 'connecting' || state === 'terminating') return undefined;
  if (state !== 'terminated') return progressWords({ ...call, pending: null }, words);
  const { reason, detail } = endingWords(call, words);
  return detail ? `${reason} – ${detail}` : reason;
}

function deviceNews(before: DevicesState, now: DevicesState, words: Words): News[] {
  if (now === before) return [];
  const [known, there] = [namesOf(before), namesOf(now)];
  // The browser tells no names before the microphone is allowed: what it names then was there all along.
  if (known.size === 0 || there.size === 0) return [];
  const used = namesInUse(before);
  return [
    ...[...known]
      .filter((name) => !there.has(name))
      .map((name) => ({
        text: words.news.deviceGone(name),
        urgent: used.some((label) => label.includes(name)),
      })),
    ...[...there]
      .filter((name) => !known.has(name))
      .map((name) => ({ text: words.news.deviceConnected(name), urgent: false })),
  ];
}

/** Entries that stand for one of the others. */
const ALIASES = ['default', 'communications'];

/** A headset is a microphone and a speaker, and one thing to whoever holds it. */
const namesOf = ({ microphones, speakers }: DevicesState): Set<string> =>
  new Set(
    [...microphones, ...speakers]
      .filter(({ id, label }) => label && !ALIASES.includes(id))
      .map(({ label }) => label),
  );

/** The system's choice names the device that it stands for, as in "Default - Headset". */
const namesInUse = ({ microphones, speakers, microphone, speaker, ringer }: DevicesState): string[] =>
  [
    microphones.find(({ id }) => id === microphone),
    ...speakers.filter(({ id }) => id === speaker || id === ringer),
  ].flatMap((device) => (device ? [device.label] : []));
