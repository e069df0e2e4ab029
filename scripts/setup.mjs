/**
 * Installs what is missing, and says nothing when nothing is: npm packages, and with `--tests` a browser and, on
 * Debian as root, the servers that tests run against. It runs before there are npm packages, so it needs none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process, { argv, env, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { PROGRAMS } from './programs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

installPackages('.');
if (argv.includes('--tests')) {
  installPackages('test/react18');
  await installPrograms();
}

function installPackages(folder) {
  if (!packagesAreStale(folder)) return;
  console.log(`Installing npm packages${folder === '.' ? '' : ` of ${folder}`}…`);
  // No package that we use needs its install script, so none runs.
  if (!run('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], folder)) {
    console.error('npm ci failed: see above. Is the npm registry within reach?');
    exit(1);
  }
}

/** True unless every locked package is installed in its locked version; those for other systems may be absent. */
function packagesAreStale(folder) {
  const locked = readPackages(join(folder, 'package-lock.json'));
  const installed = readPackages(join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(locked ?? {}).some(([path, { version, optional }]) => {
    if (path === '') return false;
    const present = installed?.[path];
    return present ? present.version !== version : !optional;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function installPrograms() {
  const absent = await missingPrograms();
  if (absent.length === 0) return;
  if (canUseApt()) installDebianPackages(absent.flatMap((name) => debianPackages(name)));
  if (!(await PROGRAMS.chromium.find())) downloadChromium();

  for (const name of await missingPrograms()) {
    const { title, packages } = PROGRAMS[name];
    console.warn(
      `${title} is missing: tests that need it ${env.CI === 'true' ? 'fail' : 'are skipped'}. ` +
        `Install it (on Debian: apt-get install ${packages.join(' ')}).`,
    );
  }
}

async function missingPrograms() {
  const found = await Promise.all(Object.values(PROGRAMS).map((program) => program.find()));
  return Object.keys(PROGRAMS).filter((_, index) => !found[index]);
}

function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Ubuntu's `chromium` is a door to its snap shop, which does not open in a container. */
function debianPackages(name) {
  if (name === 'chromium' && !/^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))) return [];
  return PROGRAMS[name].packages;
}

function installDebianPackages(packages) {
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')}…`);
  withoutStartingDaemons(() => {
    run('apt-get', ['update', '-qq']);
    // One by one: a package that this release lacks must not keep the others away.
    for (const name of packages) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
  });
}

/** Tests start their own servers on their own ports; Debian's must not come up beside them. */
function withoutStartingDaemons(install) {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}

function downloadChromium() {
  console.log("Downloading Playwright's Chromium…");
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  run(execPath, [cli, 'install', ...(canUseApt() ? ['--with-deps'] : []), 'chromium']);
}

function run(command, args, folder = '.') {
  // npm is a script on Windows; the npm that started us is the one to use.
  const [file, rest] =
    command === 'npm' && env.npm_execpath ? [execPath, [env.npm_execpath, ...args]] : [command, args];
  const { status } = spawnSync(file, rest, {
    cwd: join(root, folder),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: file === 'npm' && process.platform === 'win32',
  });
  return status === 0;
}
