import { onGesture } from './gesture.js';
import type { State } from './state.js';

/** A sound that was started and may be waiting for a gesture. */
export interface Starting {
  /** Tries once more, when something changed. */
  retry(): void;
  /** Tries no more. */
  cancel(): void;
}

/** Starts sounds, and starts those that the browser refused at the first gesture. */
export interface Sound {
  /** `attempt` starts the sound at once and resolves with false when the browser wants a gesture first. */
  start(attempt: () => Promise<boolean>): Starting;
  /** Tries all that wait. To be called from a gesture. */
  turnOn(): Promise<void>;
}

export function createSound(state: State): Sound {
  const blocked = new Set<() => Promise<void>>();
  let stopListening: (() => void) | null = null;

  function tell(): void {
    state.setSound(blocked.size > 0 ? 'blocked' : 'ready');
    if (blocked.size > 0) stopListening ??= onGesture(() => void turnOn());
    else {
      stopListening?.();
      stopListening = null;
    }
  }

  async function turnOn(): Promise<void> {
    await Promise.all([...blocked].map((run) => run()));
  }

  return {
    start(attempt) {
      let cancelled = false;
      const run = async () => {
        // What fails for another reason is not healed by a gesture.
        const sounds = await attempt().catch(() => true);
        if (cancelled) return;
        if (sounds) blocked.delete(run);
        else blocked.add(run);
        tell();
      };
      void run();
      return {
        retry: () => void run(),
        cancel() {
          cancelled = true;
          if (blocked.delete(run)) tell();
        },
      };
    },
    turnOn,
  };
}
