import type { MediaError } from './errors.js';

/** `unknown` until the browser was asked; `prompt` when it would ask the person. */
export type PermissionStatus = 'unknown' | 'prompt' | 'granted' | 'denied';

/** `blocked` while the browser refuses to play before the person touched the page. */
export type SoundState = 'ready' | 'blocked';

/** What a person can choose a device for. The ringer is the speaker that rings. */
export type DeviceKind = 'microphone' | 'speaker' | 'ringer';

/** One microphone or speaker, as a person may choose it. */
export interface Device {
  /** `deviceId` of the browser; `default` is the system's choice. */
  readonly id: string;
  /** The browser's label; empty while the microphone permission is missing. */
  readonly label: string;
}

/** What is known of the devices of this machine, as plain data. */
export interface DevicesState {
  readonly permission: PermissionStatus;
  readonly microphones: readonly Device[];
  readonly speakers: readonly Device[];
  /** Id of the device in use for each kind: the chosen one while it is plugged in, else `default`. */
  readonly microphone: string;
  readonly speaker: string;
  readonly ringer: string;
  /** Label of a chosen device that is not plugged in now, and is used again once it is; empty when it had no name. */
  readonly missing: Readonly<Partial<Record<DeviceKind, string>>>;
  /** False where the browser has no `setSinkId` (Safari, browsers on phones): sound goes where the system says. */
  readonly canChooseSpeaker: boolean;
}

export interface MediaState {
  readonly devices: DevicesState;
  readonly sound: SoundState;
}

/** An open microphone. Its track changes when the person chooses another device or unplugs this one. */
export interface Microphone {
  readonly track: MediaStreamTrack;
  /** Called with the new track, which has taken the place of the old, stopped one. */
  onTrackChange: ((track: MediaStreamTrack) => void) | null;
  /** Called when the device went away and no other took its place; the next that comes is tried. */
  onLost: ((error: MediaError) => void) | null;
  /** Stops the track. Harmless twice. */
  close(): void;
}

/** Remote audio that is being played on the chosen speaker. */
export interface Playback {
  /** Silences it without stopping it: while this side holds, a sloppy phone may go on sending. */
  setMuted(muted: boolean): void;
  /** Stops it and lets the stream go. Harmless twice. */
  stop(): void;
}

/**
 * The browser's microphones, speakers and sound, behind one door. All phones of a page share one by default.
 * It opens nothing, asks for nothing and listens to nothing before a verb is called.
 */
export interface Media {
  getState(): MediaState;
  /** Calls back after each change of `getState()`. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Keeps the device lists fresh while held (`devicechange`, permission). Counted; returns the release. */
  watch(): () => void;
  /**
   * Asks for the microphone so that device labels become readable, and lets go of it at once.
   * Rejects with `MediaError`.
   */
  requestPermission(): Promise<void>;
  /** Uses a device from now on, in running calls too, and remembers it on this machine. Rejects with `MediaError`. */
  choose(kind: DeviceKind, deviceId: string): Promise<void>;
  /**
   * Opens the chosen microphone; falls back to the default one when the chosen one is gone. Rejects with
   * `MediaError`; `request-pending` when the person does not answer the prompt in `promptLimit` ms. An aborted
   * `signal` rejects with its reason, and a track that the browser grants later is stopped at once.
   */
  openMicrophone(options?: {
    constraints?: MediaTrackConstraints;
    signal?: AbortSignal;
  }): Promise<Microphone>;
  /** Makes the peer connection of one call. Throws `MediaError` `not-supported` where the browser has no WebRTC. */
  createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  /** Puts tracks into a stream. */
  createStream(tracks: MediaStreamTrack[]): MediaStream;
  /**
   * Plays remote audio on the chosen speaker, by the given element or one of its own; sets `sound` to `blocked` when
   * the browser refuses.
   */
  play(stream: MediaStream, element?: HTMLMediaElement): Playback;
  /** Rings on the chosen ringer until the returned function is called. */
  ring(): () => void;
  /** Plays the tone that a caller hears while it rings at the other end, on the speaker, until stopped. */
  ringback(): () => void;
  /** Plays a short sound on the chosen speaker, resolves when it ended. */
  testSpeaker(): Promise<void>;
  /** To be called from a click: starts all sound that was blocked. */
  turnOnSound(): Promise<void>;
  /** Calls back with the level of a track, 0 to 1, about 20 times a second. Returns the way to stop. */
  meter(track: MediaStreamTrack, callback: (level: number) => void): () => void;
}
