import { type ChildProcess, spawn } from 'node:child_process';
import { PROGRAMS } from '../../../scripts/programs.mjs';

/** A program that was started for a test. */
export interface RunningProcess {
  /** Everything it printed so far. */
  output(): string;
  /** Ends it with all its children; resolves when it is gone. Harmless twice. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  /** Asked again and again until it says true; what it throws counts as "not yet". */
  ready: (output: string) => boolean | Promise<boolean>;
  /** How long it may take to get ready, in ms. */
  limit?: number;
}

const running = new Set<ChildProcess>();
const killAll = () => {
  for (const child of running) signal(child, 'SIGKILL');
};
process.once('exit', killAll);
for (const name of ['SIGTERM', 'SIGINT'] as const) {
  // `exit` is not heard when a signal ends us, which is how Vitest ends a worker that has failed.
  process.once(name, () => {
    killAll();
    process.kill(process.pid, name);
  });
}

/**
 * Starts a server and resolves when it is ready. Rejects with all it printed when it ends before that or takes
 * too long.
 */
export async function startProcess(
  program: string,
  args: readonly string[],
  { ready, limit = 10_000 }: ProcessOptions,
): Promise<RunningProcess> {
  const path = (await PROGRAMS[program]?.find()) ?? program;
  // A process group of its own: these servers fork, and stopping has to reach every child.
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  let failure: string | null = null;
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = error.message;
      resolve();
    });
    child.once('exit', (code, signalName) => {
      failure = `it ended with ${signalName ?? code}`;
      resolve();
    });
  }).then(() => void running.delete(child));

  const stop = async () => {
    if (!running.has(child)) return;
    signal(child, 'SIGTERM');
    const impatience = setTimeout(() => signal(child, 'SIGKILL'), 2_000);
    await gone;
    clearTimeout(impatience);
    signal(child, 'SIGKILL'); // children that outlived the leader of their group
  };

  const giveUpAt = Date.now() + limit;
  while (!(await isReady(ready, output))) {
    if (failure === null && Date.now() > giveUpAt) failure = `it was not ready after ${limit} ms`;
    if (failure !== null) {
      await stop();
      throw new Error(`${program} did not start: ${failure}\n${output}`);
    }
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  return { output: () => output, stop };
}

async function isReady(ready: ProcessOptions['ready'], output: string): Promise<boolean> {
  try {
    return await ready(output);
  } catch {
    return false;
  }
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // the group is gone already
  }
}
