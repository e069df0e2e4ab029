import type { DevicesState, SoundState } from '../media/index.js';
import type { EndReason, RemoteParty } from '../sip/index.js';
import type { PhoneErrorCode } from './errors.js';

export type { EndCause, EndReason, RemoteParty } from '../sip/index.js';

/** Names one call for its whole life, and afterwards in the history. Ours, never the SIP Call-ID. */
export type CallId = string & { readonly __brand: 'CallId' };

/** The connection to the server: `reconnecting` from the first failure until it stands. */
export type TransportStatus = 'disconnected' | 'connecting' | 'connected' | 'reconnecting';

/** Whether the server knows where to ring this phone: `off` for one that does not register, `rejected` when sign-in failed. */
export type RegistrationState = 'off' | 'unregistered' | 'registering' | 'registered' | 'rejected';

/**
 * Where a call is, in the words of RFC 3261 where it has them: `trying` before any answer, `ringing` after a
 * 18x or while it rings here, `connecting` between the answer and the acknowledgement, `established` while both
 * can talk, `terminating` while the goodbye is on its way, `terminated` for good.
 */
export type CallState = 'trying' | 'ringing' | 'connecting' | 'established' | 'terminating' | 'terminated';

/** What the phone is waiting for in a call, `null` when for nothing. */
export type Pending = 'microphone' | 'hold' | 'resume';

/** Everything known of one call, as plain data. Times are in ms since 1970. */
export interface Call {
  readonly id: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly state: CallState;
  readonly remote: RemoteParty;
  /** Headers of the incoming INVITE that the setting `acceptHeaders` lets in, by the names given there. */
  readonly headers: Readonly<Record<string, string>>;
  readonly muted: boolean;
  /** Whether it rings here without a sound, because the person wanted it so. */
  readonly silenced: boolean;
  /** Who put the call on hold: `local` is this phone, `remote` the other. */
  readonly hold: 'none' | 'local' | 'remote' | 'both';
  readonly pending: Pending | null;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: EndReason | null;
}

/** What went wrong last; the next success or `dismissError()` clears it. */
export interface LastError {
  readonly code: PhoneErrorCode;
  /** The call that it concerns, if one. */
  readonly callId: CallId | null;
  /** ms since 1970. */
  readonly at: number;
}

/** Everything a phone knows, as plain data that survives `JSON.stringify`. Live objects never enter here. */
export interface PhoneState {
  readonly transport: TransportStatus;
  /** How many times connecting failed since it last worked. */
  readonly attempt: number;
  /** When the next attempt to connect starts, ms since 1970; `null` when none is planned. */
  readonly retryAt: number | null;
  /** WebSocket close code of the last lost connection (RFC 6455 section 7.4); `null` before one was lost. */
  readonly closeCode: number | null;
  readonly registration: RegistrationState;
  /** Calls, oldest first; an ended one stays, as `terminated`, until `dismiss(id)`. */
  readonly calls: readonly Call[];
  /** Ended calls, newest first, at most 100. */
  readonly history: readonly Call[];
  readonly devices: DevicesState;
  /** `blocked` while the browser wants a gesture before it plays. */
  readonly sound: SoundState;
  readonly lastError: LastError | null;
}
