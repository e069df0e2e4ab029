import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { serveExchange } from '../../playground/server/webSocket.js';
import { createExchange, type Exchange } from '../../src/testing/index.js';

let server: Server;
let exchange: Exchange;
let url: string;

beforeEach(async () => {
  server = createServer();
  exchange = createExchange();
  serveExchange(server, exchange, '/sip');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const opened = (socket: WebSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });

const options = [
  'OPTIONS sip:hookswitch.test SIP/2.0',
  'Via: SIP/2.0/WS a.invalid;branch=z9hG4bKa',
  'From: <sip:alice@hookswitch.test>;tag=a',
  'To: <sip:hookswitch.test>',
  'Call-ID: a',
  'CSeq: 1 OPTIONS',
  'Content-Length: 0',
  '\r\n',
].join('\r\n');

describe('the exchange on a WebSocket', () => {
  it('speaks the sub-protocol sip, whatever else is on offer', async () => {
    const socket = new WebSocket(`${url}/sip?from=test`, ['chat', 'sip']);
    await opened(socket);
    expect(socket.protocol).toBe('sip');
    const answer = new Promise((resolve) => socket.on('message', resolve));
    socket.send(options);
    expect(String(await answer)).toMatch(/^SIP\/2\.0 200 OK\r\n/);
  });

  it('takes messages in binary frames too', async () => {
    const socket = new WebSocket(`${url}/sip`, 'sip');
    await opened(socket);
    const answer = new Promise((resolve) => socket.on('message', resolve));
    socket.send(Buffer.from(options));
    expect(String(await answer)).toMatch(/^SIP\/2\.0 200 OK\r\n/);
  });

  it('refuses who does not speak it', async () => {
    await expect(opened(new WebSocket(`${url}/sip`))).rejects.toThrow('400');
    await expect(opened(new WebSocket(`${url}/sip`, 'chat'))).rejects.toThrow('400');
  });

  it('leaves other upgrades to others', async () => {
    const others = new Promise((resolve) => {
      server.on('upgrade', (request, socket) => {
        if (request.url !== '/other') return;
        resolve(request.url);
        socket.destroy();
      });
    });
    await expect(opened(new WebSocket(`${url}/other`, 'vite-hmr'))).rejects.toThrow();
    expect(await others).toBe('/other');
  });

  it('closes over a message that is too long', async () => {
    const socket = new WebSocket(`${url}/sip`, 'sip');
    await opened(socket);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.send('x'.repeat(70_000));
    expect(await closed).toBe(1009);
  });
});
