import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Exchange } from '../../src/testing/index.js';

/** Longer frames close the connection, bytes. */
const FRAME_LIMIT = 262_144;

/** Puts an exchange on an HTTP server, as SIP over WebSocket (RFC 7118) at a path. Other upgrades are left alone. */
export function serveExchange(server: EventEmitter, exchange: Exchange, path: string): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_LIMIT,
    handleProtocols: () => 'sip',
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== path) return;
    const protocols = request.headers['sec-websocket-protocol']?.split(/\s*,\s*/) ?? [];
    if (!protocols.includes('sip')) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => connect(accepted, exchange));
  });
  server.on('close', () => {
    for (const socket of sockets.clients) socket.terminate();
  });
}

function connect(socket: WebSocket, exchange: Exchange): void {
  const line = exchange.connect({
    send: (message) => socket.send(message),
    close: (code, reason) => socket.close(code, reason),
  });
  socket.on('message', (data) => line.receive(String(data)));
  socket.on('close', () => line.close());
  // A broken connection closes as well, which is all there is to know.
  socket.on('error', () => {});
}
