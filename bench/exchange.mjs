import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createVite } from 'vite';
import { WebSocketServer } from 'ws';

const USERS = ['callee', 'hookswitch', 'sipjs', 'sipjs-5ms', 'jssip', 'renders'];

/** The development exchange on a WebSocket that can be taken down and brought up again. */
export async function startExchange() {
  const vite = await createVite({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const { createExchange } = await vite.ssrLoadModule('/src/testing/createExchange.ts');
  const exchange = createExchange({
    accounts: Object.fromEntries(USERS.map((user) => [user, { password: user }])),
  });

  /** Who waits to see a user registered. @type {Map<string, () => void>} */
  const waiting = new Map();
  let server = await listen(0);
  const { port } = server.http.address();

  return {
    url: `ws://127.0.0.1:${port}`,
    domain: exchange.domain,
    /** Breaks every connection and refuses new ones. */
    async down() {
      for (const socket of server.sockets.clients) socket.terminate();
      server.http.close();
      await once(server.http, 'close');
    },
    async up() {
      server = await listen(port);
    },
    /** Resolves with the time (performance.now) at which a user is told that it is registered. */
    registered(user) {
      return new Promise((resolve) => waiting.set(user, () => resolve(performance.now())));
    },
    async close() {
      await this.down();
      await vite.close();
    },
  };

  async function listen(port) {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http, handleProtocols: () => 'sip' });
    sockets.on('connection', (socket) => {
      const line = exchange.connect({
        send(message) {
          socket.send(message);
          const user = registeredUser(message);
          waiting.get(user)?.();
          waiting.delete(user);
        },
        close: (code, reason) => socket.close(code, reason),
      });
      socket.on('message', (data) => line.receive(String(data)));
      socket.on('close', () => line.close());
    });
    http.listen(port, '127.0.0.1');
    await once(http, 'listening');
    return { http, sockets };
  }
}

/** Who a message tells that it is registered. */
function registeredUser(message) {
  const isSuccess = /^SIP\/2\.0 200 /.test(message) && /^CSeq: *\d+ REGISTER/im.test(message);
  return isSuccess ? /^To:.*?sip:([^@]+)@/im.exec(message)?.[1] : undefined;
}
