import { FakeStream, FakeTarget, FakeTrack } from './track.js';

/** A device as a test describes it. */
export interface FakeDevice {
  id: string;
  label: string;
  kind: 'audioinput' | 'audiooutput';
}

/** What a laptop with a headset has. */
export const laptop: readonly FakeDevice[] = [
  { kind: 'audioinput', id: 'built-in', label: 'Built-in microphone' },
  { kind: 'audioinput', id: 'headset', label: 'Headset microphone' },
  { kind: 'audiooutput', id: 'built-in-speaker', label: 'Built-in speaker' },
  { kind: 'audiooutput', id: 'headset-speaker', label: 'Headset earphones' },
];

export interface FakeHardwareOptions {
  /** What the browser says of the microphone (`granted`). With `prompt` a request waits for `allow()` or `deny()`. */
  permission?: PermissionState;
  /** Name of the DOMException that each request for the microphone rejects with, such as `NotReadableError`. */
  microphoneError?: string;
  devices?: readonly FakeDevice[];
}

/** What `getUserMedia`, `enumerateDevices` and `permissions.query` ask, in memory. */
export class FakeHardware extends FakeTarget {
  /** Every track that was granted, oldest first. */
  readonly tracks: FakeTrack[] = [];
  /** What each request asked for, oldest first. */
  readonly requests: MediaTrackConstraints[] = [];
  microphoneError: string | undefined;
  readonly status = Object.assign(new FakeTarget(), { state: 'granted' as PermissionState, onchange: null });
  #devices: readonly FakeDevice[];
  #prompts: (() => void)[] = [];

  constructor({ permission = 'granted', microphoneError, devices = laptop }: FakeHardwareOptions = {}) {
    super();
    this.status.state = permission;
    this.microphoneError = microphoneError;
    this.#devices = devices;
  }

  get liveTracks(): FakeTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  plug(device: FakeDevice): void {
    this.#devices = [...this.#devices, device];
    this.fire('devicechange');
  }

  unplug(id: string): void {
    this.#devices = this.#devices.filter((device) => device.id !== id);
    for (const track of this.tracks) if (track.deviceId === id) track.end();
    this.fire('devicechange');
  }

  /** The person allows the microphone: in the prompts that wait, and from now on. */
  allow(): void {
    this.#decide('granted');
  }

  /** The person refuses the microphone, or takes it back: what is open ends. */
  deny(): void {
    this.#decide('denied');
    for (const track of this.tracks) track.end();
  }

  async query(): Promise<PermissionStatus> {
    return this.status as unknown as PermissionStatus;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const known = this.status.state === 'granted';
    const kinds = new Set<string>();
    const infos = this.#devices
      // Without the permission: one of each kind, without a name.
      .filter(({ kind }) => known || (!kinds.has(kind) && kinds.add(kind)))
      .map(({ kind, id, label }) => ({
        kind,
        deviceId: known ? id : '',
        label: known ? label : '',
        groupId: '',
      }));
    return infos as MediaDeviceInfo[];
  }

  async getUserMedia({ audio }: { audio?: boolean | MediaTrackConstraints } = {}): Promise<MediaStream> {
    const constraints = typeof audio === 'object' ? audio : {};
    this.requests.push(constraints);
    if (this.status.state === 'prompt') await new Promise<void>((resolve) => this.#prompts.push(resolve));
    else await Promise.resolve();
    if (this.status.state === 'denied') throw new DOMException('Permission denied', 'NotAllowedError');
    if (this.microphoneError) throw new DOMException('As the test wants', this.microphoneError);
    const microphones = this.#devices.filter(({ kind }) => kind === 'audioinput');
    if (microphones.length === 0) throw new DOMException('Requested device not found', 'NotFoundError');
    const wanted = exactId(constraints.deviceId);
    const device = wanted ? microphones.find(({ id }) => id === wanted) : microphones[0];
    if (!device) throw new DOMException('', 'OverconstrainedError');
    const track = new FakeTrack({ label: device.label, deviceId: device.id });
    this.tracks.push(track);
    return new FakeStream([track]) as unknown as MediaStream;
  }

  #decide(state: PermissionState): void {
    if (this.status.state !== state) {
      this.status.state = state;
      this.status.fire('change');
    }
    for (const answer of this.#prompts.splice(0)) answer();
  }
}

function exactId(constraint: ConstrainDOMString | undefined): string | undefined {
  if (typeof constraint !== 'object' || Array.isArray(constraint)) return undefined;
  return typeof constraint.exact === 'string' ? constraint.exact : undefined;
}
