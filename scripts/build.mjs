/**
 * Builds the package: one ES module a source file with its types beside it, and one style sheet, also as text. The compiler
 * alone writes the modules, for a bundler would move code across the borders that `'use client'` draws.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chdir, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
rmSync('dist', { recursive: true, force: true });

const compiler = spawnSync(execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (compiler.status !== 0) exit(1);

await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    emptyOutDir: false,
    // The first with light-dark(): for older ones it would be written out, blind to a `color-scheme` set further in.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: { input: 'src/styles/styles.css', output: { assetFileNames: 'styles.css' } },
  },
});

const sheet = readFileSync('dist/styles.css', 'utf8').trim();
writeFileSync('dist/styles/sheet.js', `export const sheet = ${JSON.stringify(sheet)};\n`);
rmSync('dist/styles/sheet.js.map');
// TypeScript asks for the types even of an import that has none to give.
writeFileSync('dist/styles.css.d.ts', 'export {};\n');
