import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.js';
import { freePort } from './ports.js';
import { type RunningProcess, startProcess } from './process.js';

/** A Kamailio of its own: registrar and proxy for one domain, where `NAME-secret` is the password of user NAME. */
export interface Kamailio {
  readonly domain: string;
  /** URL for SIP over WebSocket. */
  readonly ws: string;
  /** The same with TLS, under a certificate that nobody signed. */
  readonly wss: string;
  /** Port of 127.0.0.1 for SIP over UDP and TCP. */
  readonly sipPort: number;
  /** What it logged since it was started last. */
  log(): string;
  /** Ends it, and every connection to it. */
  stop(): Promise<void>;
  /** Starts it again on the same ports, with no memory of who was registered. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  dispose(): Promise<void>;
}

/** Starts Kamailio. `rtpenginePort` is where rtpengine takes commands; without it only browsers can talk. */
export async function startKamailio({
  rtpenginePort = 9,
}: {
  rtpenginePort?: number;
} = {}): Promise<Kamailio> {
  const directory = await mkdtemp(join(tmpdir(), 'hookswitch-kamailio-'));
  const domain = 'interop.test';
  const sip = await freePort();
  const ws = await freePort();
  const wss = await freePort();
  const { key, certificate } = await makeCertificate(directory);

  const tlsConfig = join(directory, 'tls.cfg');
  await writeFile(
    tlsConfig,
    `[server:default]
method = TLSv1.2+
verify_certificate = no
require_certificate = no
private_key = ${key}
certificate = ${certificate}
`,
  );
  const values: Record<string, string | number> = {
    domain,
    sip,
    ws,
    wss,
    tlsConfig,
    rtpengine: rtpenginePort,
  };
  const template = await readFile(new URL('kamailio.cfg', import.meta.url), 'utf8');
  const config = join(directory, 'kamailio.cfg');
  await writeFile(
    config,
    template.replace(/\{\{(\w+)\}\}/g, (whole, name) => String(values[name] ?? whole)),
  );

  let server: RunningProcess | undefined;
  const start = async () => {
    // -Y where its sockets lie, -m/-M shared and private memory in MB, -DD in the foreground, -E log to stderr
    const args = ['-f', config, '-Y', directory, '-m', '64', '-M', '8', '-DD', '-E'];
    server = await startProcess('kamailio', args, {
      ready: async () => (await fetch(`http://127.0.0.1:${ws}/`)).ok,
    });
  };
  const stop = async () => server?.stop();
  await start();

  return {
    domain,
    ws: `ws://127.0.0.1:${ws}`,
    wss: `wss://127.0.0.1:${wss}`,
    sipPort: sip,
    log: () => server?.output() ?? '',
    stop,
    start,
    async dispose() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
