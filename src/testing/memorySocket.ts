import type { SocketLike } from '../sip/socket.js';

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** What the phone does with its socket; `MemorySocket` itself does nothing about it. */
export interface NearEnd {
  onSend(message: string): void;
  onClose(code: number, reason: string): void;
}

/** A WebSocket without a network: a phone holds it as a `SocketLike`, the wire opens, feeds and drops it. */
export class MemorySocket implements SocketLike {
  readyState = CONNECTING;
  protocol = '';
  onopen: ((event: { type: string }) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  onerror: ((event: { type: string }) => void) | null = null;

  constructor(private readonly near: NearEnd) {}

  /** The phone has closed it, and nobody has confirmed that. */
  get isClosing(): boolean {
    return this.readyState === CLOSING;
  }

  send(message: string): void {
    if (this.readyState === CONNECTING) throw new Error('The socket is still connecting.');
    if (this.readyState === OPEN) this.near.onSend(message);
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState >= CLOSING) return;
    this.readyState = CLOSING;
    this.near.onClose(code, reason);
  }

  open(protocol: string): void {
    if (this.readyState !== CONNECTING) return;
    this.readyState = OPEN;
    this.protocol = protocol;
    this.onopen?.({ type: 'open' });
  }

  deliver(message: string): void {
    if (this.readyState === OPEN) this.onmessage?.({ data: message });
  }

  drop(code: number, reason: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    if (this.protocol === '') this.onerror?.({ type: 'error' });
    this.onclose?.({ code, reason, wasClean: code !== 1006 });
  }
}
