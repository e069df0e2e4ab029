import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Runs `scripts/start.mjs` and collects what it says. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: '0', HOST: '', ...environment },
  });
  onTestFinished(() => {
    child.kill();
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said.text += data;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { said, exit };
}

/** A port that is taken until the test is over. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('npm start', { timeout: 30_000 }, () => {
  it('serves both pages and says where they are', async () => {
    const { said } = start({ PORT: '0' });
    await vi.waitFor(() => expect(said.text).toContain('Exchange: '), { timeout: 20_000 });
    const [, page = ''] = /Two phones: +(\S+)\n/.exec(said.text) ?? [];
    expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(said.text).toContain(`Any SIP server:     ${page}softphone\n`);
    expect(said.text).toContain('for development and tests only');
    for (const url of [page, `${page}softphone`]) {
      const response = await fetch(url);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('id="root"')]);
    }
  });

  it('says plainly that the port is taken, and what to do', async () => {
    const port = await takenPort();
    const { said, exit } = start({ PORT: String(port) });
    expect(await exit).toBe(1);
    expect(said.text).toContain(`Port ${port} is taken`);
    expect(said.text).toMatch(/PORT=\d+ npm start\.\n$/);
  });

  it.each([{ PORT: 'soon' }, { PORT: '-1' }, { PORT: '1e3' }, { PORT: '65536' }, { HOST: '192.0.2.1' }])(
    'says in one line what is wrong with %j, and what to do',
    async (environment) => {
      const { said, exit } = start(environment);
      expect(await exit).toBe(1);
      const [[name, value]] = Object.entries(environment) as [[string, string]];
      expect(said.text.startsWith(`${name} is "${value}", which is no `)).toBe(true);
      expect(said.text).toMatch(/^.* npm start\.\n$/);
    },
  );
});
