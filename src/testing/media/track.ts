/** An event target that also calls its `on…` property, as every object of the browser does. */
export class FakeTarget extends EventTarget {
  override dispatchEvent(event: Event): boolean {
    const handler: unknown = (this as Record<string, unknown>)[`on${event.type}`];
    if (typeof handler === 'function') handler.call(this, event);
    return super.dispatchEvent(event);
  }

  fire(type: string, facts: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), facts));
  }
}

let lastId = 0;

export interface FakeTrackOptions {
  kind?: string;
  label?: string;
  deviceId?: string;
}

/** A track without sound: it can be live or ended, enabled or not. */
export class FakeTrack extends FakeTarget {
  readonly id = `track-${++lastId}`;
  readonly kind: string;
  readonly label: string;
  readonly deviceId: string;
  enabled = true;
  muted = false;
  readyState: MediaStreamTrackState = 'live';

  constructor({ kind = 'audio', label = '', deviceId = '' }: FakeTrackOptions = {}) {
    super();
    this.kind = kind;
    this.label = label;
    this.deviceId = deviceId;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** Ends it from outside, as a pulled plug does, which is the only end that fires an event. */
  end(): void {
    if (this.readyState === 'ended') return;
    this.stop();
    this.fire('ended');
  }

  setMuted(muted: boolean): void {
    if (this.muted === muted) return;
    this.muted = muted;
    this.fire(muted ? 'mute' : 'unmute');
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }
}

/** Tracks held together. */
export class FakeStream extends FakeTarget {
  readonly id = `stream-${++lastId}`;
  readonly #tracks: Set<FakeTrack>;

  constructor(tracks: Iterable<FakeTrack> = []) {
    super();
    this.#tracks = new Set(tracks);
  }

  get active(): boolean {
    return this.getTracks().some(({ readyState }) => readyState === 'live');
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks];
  }

  getAudioTracks(): FakeTrack[] {
    return this.getTracks().filter(({ kind }) => kind === 'audio');
  }

  getVideoTracks(): FakeTrack[] {
    return this.getTracks().filter(({ kind }) => kind === 'video');
  }

  addTrack(track: FakeTrack): void {
    this.#tracks.add(track);
  }

  removeTrack(track: FakeTrack): void {
    this.#tracks.delete(track);
  }
}
