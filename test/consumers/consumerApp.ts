import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Tests run with settings of their own, which are none of the app's. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITEST|TEST|npm_)/i.test(name)),
);

/** An app of this folder, copied to where nothing of ours lies around it, and what a developer does with it. */
export class ConsumerApp {
  constructor(private readonly directory: string) {}

  async install(tarball: string): Promise<void> {
    cpSync(join(import.meta.dirname, basename(this.directory)), this.directory, { recursive: true });
    const flags = ['--no-package-lock', '--ignore-scripts', '--prefer-offline', '--no-fund', '--no-audit'];
    await finished(this.start('npm', ['install', ...flags, tarball]));
  }

  has(name: string): boolean {
    return existsSync(join(this.directory, 'node_modules', name));
  }

  /** Runs a program of the app to its end; rejects with what it said when it fails. */
  async run(program: string, ...args: string[]): Promise<void> {
    await finished(this.start(this.path(program), args));
  }

  /** Starts a program that serves the built app until the test is over. Returns the address. */
  async serve(program: string, ...args: string[]): Promise<string> {
    const port = await freePort();
    const server = this.start(this.path(program), [...args, '--port', String(port)]);
    onTestFinished(() => void server.kill());
    const url = `http://127.0.0.1:${port}/`;
    const served = vi.waitFor(async () => expect((await fetch(url)).ok).toBe(true), 30_000);
    await Promise.race([served, finished(server)]);
    return url;
  }

  private path(program: string): string {
    return join(this.directory, 'node_modules', '.bin', program);
  }

  private start(program: string, args: string[]): ChildProcess {
    const options: SpawnOptions = {
      cwd: this.directory,
      env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    };
    return spawn(program, args, options);
  }
}

/** Resolves when a program has ended well. */
function finished(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}:\n${said.join('')}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
