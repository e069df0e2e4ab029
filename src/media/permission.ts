import { errorName } from './errors.js';
import type { State } from './state.js';

/** Whether the browser would give the microphone, kept in the state. */
export interface Permission {
  /** Asks the browser, without prompting, and listens for changes while held. Counted. */
  watch(): () => void;
  /** Learns from what `getUserMedia` said, for browsers that tell in no other way. */
  learn(outcome: 'granted' | { error: unknown }): void;
}

export function createPermission(
  state: State,
  permissions: () => Pick<Permissions, 'query'> | undefined,
): Permission {
  let holds = 0;
  let status: PermissionStatus | null = null;

  const read = () => {
    if (status) state.setDevices({ permission: status.state });
  };

  async function ask(): Promise<void> {
    try {
      const answer = await permissions()?.query({ name: 'microphone' });
      if (!answer || holds === 0) return;
      if (status) status.onchange = null;
      status = answer;
      status.onchange = read;
      read();
    } catch {
      // A browser that does not know the name: `learn` has to do.
    }
  }

  return {
    watch() {
      if (holds++ === 0) void ask();
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        if (--holds === 0 && status) status.onchange = null;
      };
    },
    learn(outcome) {
      // Not every browser fires `change`, so its answer is read again.
      if (status) read();
      else if (outcome === 'granted') state.setDevices({ permission: 'granted' });
      else if (errorName(outcome.error) === 'NotAllowedError') state.setDevices({ permission: 'denied' });
    },
  };
}
