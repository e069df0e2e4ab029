import { callOut } from './listeners.js';
import type { DevicesState, MediaState, SoundState } from './media.js';

/** The one frozen snapshot of what the layer knows, and who wants to hear of the next. */
export interface State {
  get(): MediaState;
  subscribe(listener: () => void): () => void;
  setDevices(patch: Partial<DevicesState>): void;
  setSound(sound: SoundState): void;
}

const initial: MediaState = freeze({
  devices: {
    permission: 'unknown',
    microphones: [],
    speakers: [],
    microphone: 'default',
    speaker: 'default',
    ringer: 'default',
    missing: {},
    canChooseSpeaker: false,
  },
  sound: 'ready',
});

export function createState(): State {
  let state = initial;
  const listeners = new Set<{ call: () => void }>();

  function replace(patch: Partial<MediaState>): void {
    const next = merge(state, patch);
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) callOut(listener.call);
  }

  return {
    get: () => state,
    subscribe(call) {
      const listener = { call };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setDevices: (patch) => replace({ devices: merge(state.devices, patch) }),
    setSound: (sound) => replace({ sound }),
  };
}

/** Keeps every reference whose content stays the same, so that readers compare by `===`. */
function merge<T extends object>(old: T, patch: Partial<T>): T {
  const news = Object.entries(patch).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key as keyof T]),
  );
  return news.length === 0 ? old : freeze({ ...old, ...Object.fromEntries(news) });
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) freeze(inner);
  return Object.freeze(value);
}
