import { createSocket } from 'node:dgram';
import { freePort, portRange } from './ports.js';
import { type RunningProcess, startProcess } from './process.js';

/** The media relay that speaks DTLS-SRTP to browsers and plain RTP to other phones. */
export interface Rtpengine extends RunningProcess {
  /** UDP port of 127.0.0.1 on which it takes a proxy's commands. */
  readonly port: number;
}

export async function startRtpengine(): Promise<Rtpengine> {
  const port = await freePort();
  const media = portRange(200);
  const args = [
    '--interface=127.0.0.1',
    `--listen-ng=127.0.0.1:${port}`,
    '--table=-1', // no kernel module: packets are forwarded by the program itself
    `--port-min=${media.first}`,
    `--port-max=${media.last}`,
    '--num-threads=2',
    '--foreground',
    '--log-stderr',
  ];
  const server = await startProcess('rtpengine', args, { ready: () => ping(port) });
  return { ...server, port };
}

/** Sends the `ping` of rtpengine's protocol: a cookie and a bencoded dictionary. */
function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const udp = createSocket('udp4');
    const finish = (alive: boolean) => {
      clearTimeout(patience);
      udp.close();
      resolve(alive);
    };
    const patience = setTimeout(() => finish(false), 200);
    udp.once('message', (reply) => finish(reply.includes('pong')));
    udp.once('error', () => finish(false)); // nobody listens yet
    udp.connect(port, '127.0.0.1', () => udp.send('1 d7:command4:pinge'));
  });
}
