import type { SocketLike } from '../../../src/sip/socket.js';

/** A socket whose far end is the test. */
export class ScriptedSocket implements SocketLike {
  readyState = 0;
  protocol = '';
  binaryType = 'blob';
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  /** What was sent, oldest first. */
  readonly sent: string[] = [];
  /** The codes that it was closed with from this side. */
  readonly closed: (number | undefined)[] = [];
  /** Called with each message that is sent. */
  onSend: ((message: string) => void) | null = null;
  /** Closing it throws, as on a socket that is beyond help. */
  closeThrows = false;

  send(data: string): void {
    if (this.readyState !== 1) throw new Error('The socket is not open.');
    this.sent.push(data);
    this.onSend?.(data);
  }

  close(code?: number): void {
    if (this.closeThrows) throw new Error('The socket cannot be closed.');
    this.closed.push(code);
    this.readyState = 2;
  }

  /** The far end accepts. */
  opens(): void {
    this.readyState = 1;
    this.protocol = 'sip';
    this.onopen?.({});
  }

  /** The far end sends. */
  says(data: unknown): void {
    this.onmessage?.({ data });
  }

  /** The far end closes, confirms a close, or refused to open. */
  closes(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onerror?.({});
    this.onclose?.({ code, reason });
  }
}
