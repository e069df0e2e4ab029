import { EmitterImpl, type Transport as SipTransport, TransportState } from 'sip.js';
import type { SocketFactory, SocketLike } from './socket.js';

/** How a connection was lost, or why none came about. */
export interface CloseFact {
  /** WebSocket close code (RFC 6455 section 7.4); 1006 when the server said nothing. */
  readonly code: number;
  readonly reason: string;
}

export interface TransportOptions {
  /** The server to try now, read at each attempt. */
  url(): string;
  socket: SocketFactory;
  /** The connection was lost, or an attempt to connect failed. */
  onLost(fact: CloseFact): void;
  /** Each message that passes, for a log. */
  trace(direction: 'sent' | 'received', message: string): void;
  /** Something SIP.js threw while it handled a message. */
  onFault(error: unknown): void;
}

const CONNECT_LIMIT = 5_000;
const CLOSE_LIMIT = 1_000;

/**
 * SIP over WebSocket (RFC 7118): the one door for every SIP message, in and out. Made by SIP.js, which asks it to
 * connect; it makes one attempt each time and leaves trying again to `keepConnected`.
 */
export class WebSocketTransport implements SipTransport {
  readonly stateChange = new EmitterImpl<TransportState>();
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  #state = TransportState.Disconnected;
  #socket: SocketLike | null = null;
  #connecting: Promise<void> | null = null;
  #giveUp: ((error: Error) => void) | null = null;

  constructor(
    _logger: unknown,
    private readonly options: TransportOptions,
  ) {}

  /** What the Via header says (RFC 7118 section 5.2). */
  get protocol(): string {
    return this.options.url().startsWith('wss:') ? 'WSS' : 'WS';
  }

  get state(): TransportState {
    return this.#state;
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected;
  }

  /** Opens the socket. Rejects when it closes before it opened, or has not opened after 5 s. */
  connect(): Promise<void> {
    if (this.isConnected()) return Promise.resolve();
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  /** Closes the socket; resolves when it is closed, at the latest after 1 s. */
  async disconnect(): Promise<void> {
    const socket = this.#socket;
    if (!socket) return;
    this.#giveUp?.(new Error('The connection was closed while it opened.'));
    this.#enter(TransportState.Disconnecting);
    await new Promise<void>((resolve) => {
      const closed = () => {
        clearTimeout(limit);
        resolve();
      };
      const limit = setTimeout(closed, CLOSE_LIMIT);
      socket.onopen = socket.onmessage = null;
      socket.onclose = closed;
      if (!closeQuietly(socket, 1000)) closed();
    });
    this.#drop(socket);
    this.#enter(TransportState.Disconnected);
    this.#tell(() => this.onDisconnect?.());
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  send(message: string): Promise<void> {
    if (!this.#socket || !this.isConnected())
      return Promise.reject(new Error('There is no connection to the server.'));
    this.options.trace('sent', message);
    try {
      this.#socket.send(message);
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #open(): Promise<void> {
    this.#enter(TransportState.Connecting);
    return new Promise((resolve, reject) => {
      const fail = (fact: CloseFact) => {
        reject(new Error(`The server cannot be reached (WebSocket close code ${fact.code}).`));
        this.options.onLost(fact);
      };
      let socket: SocketLike;
      try {
        socket = this.options.socket(this.options.url(), ['sip']);
      } catch (error) {
        // A content security policy may make the constructor throw.
        this.#enter(TransportState.Disconnected);
        this.options.onFault(error);
        fail({ code: 1006, reason: 'The browser refused to connect.' });
        return;
      }
      this.#socket = socket;
      const end = () => {
        clearTimeout(limit);
        this.#giveUp = null;
      };
      this.#giveUp = (error) => {
        end();
        reject(error);
      };
      const refuse = (fact: CloseFact) => {
        end();
        this.#drop(socket);
        this.#enter(TransportState.Disconnected);
        fail(fact);
      };
      const limit = setTimeout(() => {
        refuse({ code: 1006, reason: 'No answer in 5 s.' });
        closeQuietly(socket);
      }, CONNECT_LIMIT);
      if ('binaryType' in socket) socket.binaryType = 'arraybuffer';
      socket.onopen = () => {
        end();
        socket.onclose = (event: CloseFact) => this.#lose(socket, event);
        this.#enter(TransportState.Connected);
        this.#tell(() => this.onConnect?.());
        resolve();
      };
      socket.onclose = (event: CloseFact) => refuse(event);
      socket.onerror = () => {};
      socket.onmessage = (event: { data: unknown }) => this.#receive(event.data);
    });
  }

  /** The guard's place: whatever comes off the wire passes here before SIP.js sees it. */
  #receive(data: unknown): void {
    const message =
      typeof data === 'string' ? data : data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
    if (message.trim() === '') {
      // RFC 5626 section 4.4.1: a double CRLF asks whether we live, a single one answers.
      if (message === '\r\n\r\n') this.#tell(() => this.#socket?.send('\r\n'));
      return;
    }
    this.options.trace('received', message);
    this.#tell(() => this.onMessage?.(message));
  }

  #lose(socket: SocketLike, { code, reason }: CloseFact): void {
    if (this.#socket !== socket) return;
    this.#drop(socket);
    this.#enter(TransportState.Disconnected);
    this.#tell(() =>
      this.onDisconnect?.(new Error(`The connection was lost (WebSocket close code ${code}).`)),
    );
    this.options.onLost({ code, reason });
  }

  #drop(socket: SocketLike): void {
    socket.onopen = socket.onclose = socket.onmessage = null;
    if (this.#socket === socket) this.#socket = null;
  }

  #enter(state: TransportState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell(() => this.stateChange.emit(state));
  }

  /** What a listener throws must not stop the transport half way. */
  #tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.options.onFault(error);
    }
  }
}

/** False when the socket did not let itself be closed. */
function closeQuietly(socket: SocketLike, code?: number): boolean {
  try {
    socket.close(code);
    return true;
  } catch {
    return false;
  }
}
