import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env, platform } from 'node:process';

/** Where a Chromium that can be driven usually lies, per system. */
const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/**
 * The browser of this machine, or Playwright's own when it was downloaded.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const installed = (PLACES[platform] ?? []).find((path) => existsSync(path));
  if (installed) return installed;
  try {
    const { chromium } = await import('playwright');
    const own = chromium.executablePath();
    return existsSync(own) ? own : undefined;
  } catch {
    return undefined; // before the first `npm ci` there is no Playwright to ask
  }
}

/** A microphone that beeps, no prompt for it, and real WebRTC where loopback is the only network. */
export const FAKE_MICROPHONE = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
];

/**
 * What to launch through Playwright: this machine's browser with the fake microphone and nothing that phones home.
 * @param {string[]} [args] more flags
 * @returns {Promise<{ executablePath?: string, args: string[] }>}
 */
export async function launchOptions(args = []) {
  const executablePath = await findChromium();
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox', // Chromium refuses to run as root with its sandbox, and containers run as root
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...FAKE_MICROPHONE,
      ...args,
    ],
  };
}
