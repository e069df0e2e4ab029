import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of 127.0.0.1 that is free for TCP and for UDP at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const tcp = createServer().listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const address = tcp.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const free = await udpIsFree(port);
    await new Promise((resolve) => tcp.close(resolve));
    if (free) return port;
  }
}

let nextRange = 20_000 + 400 * Math.floor(Math.random() * 20);

/** First of `size` (at most 400) UDP ports below those that the system hands out, a different range each time. */
export function portRange(size: number): { first: number; last: number } {
  const first = nextRange;
  nextRange += 400;
  return { first, last: first + size - 1 };
}

async function udpIsFree(port: number): Promise<boolean> {
  const udp = createSocket('udp4');
  try {
    return await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false));
      udp.bind(port, '127.0.0.1', () => resolve(true));
    });
  } finally {
    udp.close();
  }
}
