import type { Media } from '../media/index.js';
import type { Agent } from '../sip/index.js';
import type { PhoneErrorCode } from './errors.js';
import type { CheckedSettings } from './settings.js';
import type { CallId, PhoneState } from './state.js';

/** What a slice is given: the state to read and write, and the adapters that it may speak to. */
export interface PhoneContext {
  readonly settings: Omit<CheckedSettings, 'credentials'>;
  readonly media: Media;
  get(): PhoneState;
  set(change: Partial<PhoneState>): void;
  /** Keeps the connection up; returns the release. */
  hold(): () => void;
  /** The user agent, once it is loaded and started. Rejects when the phone cannot be connected. */
  agent(): Promise<Agent>;
  /** Tells an error in the state. */
  report(code: PhoneErrorCode, callId?: CallId): void;
  /** Takes these errors off the screen: what they told of works again. */
  clear(...codes: PhoneErrorCode[]): void;
  /** Something threw that should not have; it goes to the logger. */
  onFault(error: unknown): void;
  now(): number;
}
