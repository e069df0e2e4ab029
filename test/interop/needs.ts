import { networkInterfaces } from 'node:os';
import { PROGRAMS } from '../../scripts/programs.mjs';

export type Program = 'chromium' | 'kamailio' | 'rtpengine' | 'baresip';

/** What to install for a program, `null` when it is here. */
async function missing(name: Program): Promise<string | null> {
  const { title, packages, find } = PROGRAMS[name]!;
  if ((await find()) === undefined) return `${title} (Debian: apt-get install ${packages.join(' ')})`;
  if (name === 'baresip' && onlyLoopback()) return 'a network card: baresip refuses loopback alone';
  return null;
}

const MISSING: Record<Program, string | null> = {
  chromium: await missing('chromium'),
  kamailio: await missing('kamailio'),
  rtpengine: await missing('rtpengine'),
  baresip: await missing('baresip'),
};

/**
 * `describe` for tests that need programs of this machine. Where one is missing they are skipped, and the title
 * says what to install; on a build server (`CI=true`) they fail, so that nothing goes untested unseen.
 */
export function describeWith(needs: readonly Program[], title: string, body: () => void): void {
  const wanted = needs.flatMap((name) => MISSING[name] ?? []);
  if (wanted.length === 0) {
    describe(title, body);
  } else if (process.env.CI === 'true') {
    it(title, () => expect.fail(`install ${wanted.join(' and ')}`));
  } else {
    describe.skip(`${title} (install ${wanted.join(' and ')})`, body);
  }
}

function onlyLoopback(): boolean {
  return Object.values(networkInterfaces()).every((addresses) =>
    addresses?.every(({ internal }) => internal),
  );
}
