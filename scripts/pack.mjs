import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packs the built package as npm would publish it. Returns the path of the tarball.
 * @param {string} directory where to put it
 * @returns {string}
 */
export function pack(directory) {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', directory];
  const packed = env.npm_execpath
    ? execFileSync(execPath, [env.npm_execpath, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return join(directory, JSON.parse(packed)[0].filename);
}

const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
