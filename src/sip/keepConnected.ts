import type { CloseFact } from './transport.js';

export interface ConnectionFacts {
  readonly transport: 'disconnected' | 'connecting' | 'connected' | 'reconnecting';
  readonly attempt: number;
  readonly retryAt: number | null;
  readonly closeCode: number | null;
}

export interface ConnectionOptions {
  /** Makes one attempt to connect. */
  connect(): Promise<void>;
  onChange(facts: ConnectionFacts): void;
  now(): number;
}

const BASE = 500;
const CAP = 30_000;

/** Full jitter: any wait up to a limit that doubles, so that phones that lost one server do not return as one. */
export const backOff = (attempt: number, random = Math.random) =>
  random() * Math.min(CAP, BASE * 2 ** (attempt - 1));

/** Codes by which a server says that trying again as we are is of no use: policy (1008), and its own (4000 to 4999). */
const isFinal = (code: number) => code === 1008 || (code >= 4000 && code <= 4999);

/** Connects, and connects again after each loss, until `stop`. */
export function keepConnected({ connect, onChange, now }: ConnectionOptions) {
  let facts: ConnectionFacts = { transport: 'disconnected', attempt: 0, retryAt: null, closeCode: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let trying = false;
  /** Attempts since a connection proved good, which a server that accepts and drops never does. */
  let failures = 0;

  const tell = (change: Partial<ConnectionFacts>) => {
    facts = { ...facts, ...change };
    onChange(facts);
  };

  const tryNow = () => {
    if (!running || trying || facts.transport === 'connected') return;
    clearTimeout(timer);
    trying = true;
    tell({
      transport: facts.attempt > 0 || facts.closeCode !== null ? 'reconnecting' : 'connecting',
      retryAt: null,
    });
    connect().then(
      () => {
        trying = false;
        if (running) tell({ transport: 'connected', attempt: 0, retryAt: null });
      },
      () => {
        trying = false;
      },
    );
  };

  /** Brings the next attempt forward; where none is planned, the server has said that there is no use. */
  const wake = () => {
    if (facts.retryAt === null) return;
    if (typeof document === 'undefined' || document.visibilityState !== 'hidden') tryNow();
  };

  return {
    start(): void {
      if (running) return;
      running = true;
      globalThis.addEventListener?.('online', wake);
      globalThis.addEventListener?.('pageshow', wake);
      globalThis.document?.addEventListener('visibilitychange', wake);
      tryNow();
    },
    /** The connection does what it is for: the next loss is the first one again. */
    proven(): void {
      failures = 0;
    },
    stop(): void {
      running = false;
      failures = 0;
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', wake);
      globalThis.removeEventListener?.('pageshow', wake);
      globalThis.document?.removeEventListener('visibilitychange', wake);
      tell({ transport: 'disconnected', attempt: 0, retryAt: null });
    },
    /** Tries now instead of at `retryAt`: somebody wants to call. */
    tryNow,
    lost({ code }: CloseFact): void {
      if (!running) return;
      clearTimeout(timer);
      if (isFinal(code)) {
        tell({ transport: 'disconnected', attempt: facts.attempt + 1, retryAt: null, closeCode: code });
        return;
      }
      const stood = facts.transport === 'connected';
      failures += 1;
      const attempt = failures;
      const wait = backOff(attempt);
      // An attempt that fails says nothing of why the connection was lost.
      const closeCode = stood ? code : (facts.closeCode ?? code);
      tell({ transport: 'reconnecting', attempt, retryAt: now() + wait, closeCode });
      timer = setTimeout(tryNow, wait);
    },
  };
}
