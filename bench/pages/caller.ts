import { invited, quiet, start, timeToAudio } from './clock.js';
import type { Contender, Settings } from './contender.js';

const contenders: Record<string, () => Promise<Contender>> = {
  hookswitch: async () => (await import('./contenders/hookswitch.js')).contender,
  'SIP.js': async () => (await import('./contenders/sipjs.js')).createSipJs(),
  'SIP.js, 5 ms': async () => (await import('./contenders/sipjs.js')).createSipJs({ iceGatheringTimeout: 5 }),
  JsSIP: async () => (await import('./contenders/jssip.js')).contender,
};

const name = new URLSearchParams(location.search).get('contender') ?? '';
const button = document.querySelector<HTMLButtonElement>('#call')!;

/** What the bench drives from outside. */
export interface Caller {
  register(settings: Settings): Promise<void>;
  /**
   * ms from the click to the INVITE, and, if asked for, to the first audio packet: Infinity when none came. The
   * call is over afterwards.
   */
  call(uri: string, options: { audio: boolean }): Promise<{ invite: number; audio: number | null }>;
}

async function load(): Promise<Caller> {
  const contender = await contenders[name]!();
  return {
    register: (settings) => contender.register(settings),
    async call(uri, { audio }) {
      button.onclick = () => {
        start();
        contender.call(uri);
      };
      button.click();
      const invite = await within(60_000, 'send an INVITE', invited()); // JsSIP gathers for 40 s at worst
      const firstAudio = audio ? await timeToAudio(5_000) : null;
      await within(10_000, 'end the call', contender.hangup());
      await within(10_000, 'close the microphone', quiet());
      return { invite, audio: firstAudio };
    },
  };
}

/** Rejects, saying what did not happen, when it takes longer than `limit` ms. */
function within<T>(limit: number, what: string, happens: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} did not ${what} in ${limit} ms`)), limit);
    happens.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

declare global {
  interface Window {
    caller: Promise<Caller>;
  }
}
window.caller = load();
