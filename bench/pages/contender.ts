export interface Settings {
  /** WebSocket URL of the exchange. */
  server: string;
  domain: string;
  user: string;
  password: string;
  iceServers: RTCIceServer[];
}

/** What is measured: a phone made with one library, in the way its own documentation shows. */
export interface Contender {
  /** Connects and resolves once registered. */
  register(settings: Settings): Promise<void>;
  /** Called in the click. */
  call(uri: string): void;
  /** Ends the call at whatever stage it is. */
  hangup(): Promise<void>;
}
