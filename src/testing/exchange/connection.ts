/** The exchange's side of a phone's connection, whatever carries it. */
export interface Peer {
  send(message: string): void;
  /** Asked for by the exchange, with a WebSocket close code (RFC 6455 section 7.4). */
  close(code: number, reason: string): void;
}

/** A connected phone. A new object for each connection, so that an old one is told from the one after it. */
export interface Connection {
  readonly peer: Peer;
  open: boolean;
}
