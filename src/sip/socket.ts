/** What the phone needs of a WebSocket; the browser's own fits, and so does an exchange in memory. */
export interface SocketLike {
  readonly readyState: number;
  /** The sub-protocol that the server chose. */
  readonly protocol: string;
  binaryType?: string;
  send(data: string): void;
  close(code?: number, reason?: string): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
}

/** Opens a socket to a server. */
export type SocketFactory = (url: string, protocols: string[]) => SocketLike;
