import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** Runs `scripts/start.mjs` and collects what it says. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, ...environment } });
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

const listen = (port: number) =>
  new Promise<{ port: number; close(): Promise<void> }>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' ? (address?.port ?? 0) : 0,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });

describe('npm start', { timeout: 30_000 }, () => {
  it('serves both pages and says where they are', async () => {
    const { port, close } = await listen(0);
    await close();
    const { said } = start({ PORT: String(port), HOST: '' });
    const page = `http://127.0.0.1:${port}/`;
    await vi.waitFor(() => expect(said.text).toContain(`${page}softphone`), { timeout: 20_000 });
    expect(said.text).toContain(`Two phones:         ${page}\n`);
    expect(said.text).toContain('for development and tests only');
    for (const url of [page, `${page}softphone`]) {
      const response = await fetch(url);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('id="root"')]);
    }
  });

  it('says plainly that the port is taken, and what to do', async () => {
    const { port, close } = await listen(0);
    onTestFinished(close);
    const { said, exit } = start({ PORT: String(port), HOST: '' });
    expect(await exit).toBe(1);
    expect(said.text).toContain(`Port ${port} is taken`);
    expect(said.text).toContain(`PORT=${port + 1} npm start`);
  });

  it('says plainly that a port is none', async () => {
    const { said, exit } = start({ PORT: 'soon' });
    expect(await exit).toBe(1);
    expect(said.text).toContain('PORT is "soon"');
  });
});
