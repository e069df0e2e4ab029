import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { findChromium } from './chromium.mjs';

/**
 * The programs that tests use and npm cannot install: where each is found, and the Debian packages that bring it.
 * @type {Record<string, { title: string, packages: string[], find: () => Promise<string | undefined> | string | undefined }>}
 */
export const PROGRAMS = {
  chromium: { title: 'Chromium or Chrome', packages: ['chromium'], find: findChromium },
  kamailio: {
    title: 'Kamailio with WebSocket and TLS',
    packages: ['kamailio', 'kamailio-websocket-modules', 'kamailio-tls-modules'],
    find: () => (findKamailioModules() ? onPath('kamailio') : undefined),
  },
  rtpengine: { title: 'rtpengine', packages: ['rtpengine-daemon'], find: () => onPath('rtpengine') },
  baresip: { title: 'baresip', packages: ['baresip-core'], find: () => onPath('baresip') },
};

/**
 * The directory of Kamailio's modules (its `mpath`), when those that speak WebSocket and TLS are there.
 * @returns {string | undefined}
 */
export function findKamailioModules() {
  const roots = ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/usr/local/lib64'];
  const multiarch = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.includes('-linux-'))
    : [];
  return [...multiarch.map((name) => join('/usr/lib', name)), ...roots]
    .map((root) => join(root, 'kamailio', 'modules'))
    .find((directory) => ['websocket.so', 'tls.so'].every((file) => existsSync(join(directory, file))));
}

/** Servers lie in sbin, which is not on everybody's PATH. */
function onPath(name) {
  const directories = [...(env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'].filter(Boolean);
  return directories
    .map((directory) => join(directory, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
