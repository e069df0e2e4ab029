import type { StoreApi } from 'zustand/vanilla';
import type { DeviceKind } from '../media/index.js';
import type { CallId, PhoneState } from './state.js';

/** What a single call may be given. */
export interface CallOptions {
  /** Own headers of the INVITE, such as `{ 'X-Order': '48213' }`. Control characters and names that SIP itself uses are refused. */
  headers?: Readonly<Record<string, string>>;
}

/** What a level is measured of: this machine's microphone, or the remote party of a call. */
export type MeterSource = 'microphone' | CallId;

/**
 * A phone: what it knows (`store`) and what it can be told to do. The verbs are stable, so they may be taken apart.
 *
 * A verb of a call throws a plain `Error` for an id that never was, and does nothing for a call that has
 * ended or that is already as asked. Otherwise it rejects with {@link PhoneError}, which also lands in `lastError`.
 */
export interface Phone {
  /** Read and subscribe; only the phone itself writes. */
  readonly store: Pick<StoreApi<PhoneState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Keeps the phone connected, and registered unless `register: false`, until the returned release is called. Counted. */
  connect(): () => void;
  /**
   * Ends every call, unregisters, closes the connection, for good. Resolves within 2 s. `connect` throws and `call`
   * rejects from then on; the other verbs find nothing left to do.
   */
  dispose(): Promise<void>;
  /**
   * Calls a number, a name of the phone's own domain or a SIP URI. Resolves with the id at once, before the
   * microphone is asked for; what goes wrong later ends the call and is told in `lastError`. Connects by itself
   * if need be. Rejects with `target-invalid` when the text is nothing that can be called.
   */
  call(target: string, options?: CallOptions): Promise<CallId>;
  /** Answers a ringing inbound call. Rejects with the microphone's code; the call goes on ringing then. */
  answer(id: CallId): Promise<void>;
  /** Refuses a ringing inbound call with 603, which stops it on the person's other phones too. */
  decline(id: CallId): Promise<void>;
  /** Lets a ringing inbound call ring without a sound here; the caller hears no difference. */
  silence(id: CallId): Promise<void>;
  /** Ends a call at whatever stage it is: CANCEL, BYE or a refusal. The microphone is free when it resolves. */
  hangup(id: CallId): Promise<void>;
  /** Puts the other party on hold: no sound either way. Rejects with `media-failed` when the other side refuses. */
  hold(id: CallId): Promise<void>;
  /** Takes the call off hold. Rejects with `media-failed` when the other side refuses. */
  resume(id: CallId): Promise<void>;
  /** Silences the microphone in this call, until `unmute`, whatever is renegotiated meanwhile. */
  mute(id: CallId): Promise<void>;
  /** Lets the microphone be heard again, unless the call is on hold. */
  unmute(id: CallId): Promise<void>;
  /** Sends keypad digits (0-9 * # A-D) in their order, by RFC 4733 or by INFO. Rejects with `not-supported` when neither can. */
  sendDtmf(id: CallId, tones: string): Promise<void>;
  /** Takes an ended call off the screen; it stays in `history`. */
  dismiss(id: CallId): void;
  /** Takes the last error off the screen. */
  dismissError(): void;
  /** The streams of a call, `null` until there is one. Never in state. */
  media(id: CallId): { local: MediaStream | null; remote: MediaStream | null };
  /** Lets an own `<audio>` or `<video>` play a call's remote party, in place of the phone's player. Returns the undo. */
  attach(element: HTMLMediaElement, id: CallId): () => void;
  /** Calls back with a level, 0 to 1, about 20 times a second, until the returned function is called. Writes no state. */
  meter(source: MeterSource, callback: (level: number) => void): () => void;
  /** Keeps `devices` in the state fresh until the returned release is called. Counted; asks for no permission. */
  watchDevices(): () => void;
  /** Asks for the microphone so that devices get their names. Rejects with the microphone's code. */
  requestPermission(): Promise<void>;
  /** Uses a device from now on, in running calls too, and remembers it on this machine. */
  chooseDevice(kind: DeviceKind, deviceId: string): Promise<void>;
  /** Plays a short sound on the chosen speaker; resolves when it ended. */
  testSpeaker(): Promise<void>;
  /** Call it from a click when `sound` is `blocked`: starts everything the browser held back. */
  turnOnSound(): Promise<void>;
}
