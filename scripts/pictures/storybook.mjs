import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { preview } from 'vite';

/** Builds Storybook, serves it on a port of its own and says what is in it. */
export async function serveStorybook(root) {
  const outDir = join(root, '.cache', 'storybook');
  await build(root, outDir);
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const { entries } = JSON.parse(readFileSync(join(outDir, 'index.json'), 'utf8'));
  return {
    url: server.resolvedUrls.local[0],
    stories: Object.values(entries)
      .filter(({ type, tags }) => type === 'story' && !tags.includes('no-pictures'))
      .map(({ id, name, title }) => ({ id, name, widget: title.split('/').at(-1) })),
    close: () => server.close(),
  };
}

function build(root, outDir) {
  const cli = join(root, 'node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js');
  return new Promise((resolve, reject) => {
    const child = spawn(execPath, [cli, 'build', '--quiet', '-o', outDir], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Storybook could not be built (${code}): see above.`)),
    );
  });
}
