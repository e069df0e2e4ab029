import { codecsOf, type Direction, sends } from './sdp.js';
import { FakeTarget, FakeTrack } from './track.js';

/** What a transceiver asks of the connection it belongs to. */
export interface Owner {
  readonly closed: boolean;
  /** Names of the codecs that both sides know. */
  readonly commonNames: readonly string[];
}

/** Plays tones in real time and remembers them. */
export class FakeDtmf extends FakeTarget {
  /** Every tone that went out, in order, pauses left away. */
  sent = '';
  toneBuffer = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly canSend: () => boolean) {
    super();
  }

  get canInsertDTMF(): boolean {
    return this.canSend();
  }

  insertDTMF(tones: string, duration = 100, interToneGap = 70): void {
    if (!this.canInsertDTMF) {
      throw new DOMException(
        "The 'canInsertDTMF' attribute is false: this sender cannot send DTMF.",
        'InvalidStateError',
      );
    }
    if (!/^[0-9a-d#*,]*$/i.test(tones)) {
      throw new DOMException('Illegal characters in InsertDTMF tone argument', 'InvalidCharacterError');
    }
    this.toneBuffer = tones.toUpperCase();
    this.#timer ??= setTimeout(() => this.#next(duration + interToneGap), 0);
  }

  /** Says no more tones. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #next(pace: number): void {
    this.#timer = undefined;
    if (!this.canInsertDTMF) return;
    const tone = this.toneBuffer.slice(0, 1);
    this.toneBuffer = this.toneBuffer.slice(1);
    if (tone !== ',') this.sent += tone;
    if (tone) this.#timer = setTimeout(() => this.#next(pace), tone === ',' ? 2_000 : pace);
    this.fire('tonechange', { tone });
  }
}

export class FakeSender {
  readonly dtmf: FakeDtmf | null;

  constructor(
    private readonly owner: Owner,
    private readonly kind: string,
    public track: FakeTrack | null,
    canSend: () => boolean,
  ) {
    this.dtmf = kind === 'audio' ? new FakeDtmf(canSend) : null;
  }

  async replaceTrack(track: FakeTrack | null): Promise<void> {
    if (this.owner.closed) throw new DOMException('The peer connection is closed.', 'InvalidStateError');
    if (track && track.kind !== this.kind) throw new TypeError('Track kind does not match Sender kind');
    await Promise.resolve();
    this.track = track;
  }

  getParameters(): object {
    return { codecs: codecsOf(this.kind), encodings: [{ active: true }] };
  }
}

export interface TransceiverOptions {
  kind: string;
  direction: Direction;
  track: FakeTrack | null;
  /** Made by `addTrack`: only such a one may be taken for an m= line of the other side. */
  byTrack: boolean;
}

/** One m= line: what this side wants of it, and what was agreed. */
export class FakeTransceiver {
  readonly sender: FakeSender;
  readonly receiver: { readonly track: FakeTrack };
  readonly kind: string;
  readonly byTrack: boolean;
  mid: string | null = null;
  /** Which m= line it is; null before it is in a description. */
  line: number | null = null;
  currentDirection: Direction | 'stopped' | null = null;
  /** What the other side was last seen to send, as the browser keeps it to know when to fire `track`. */
  receiving = false;
  #direction: Direction | 'stopped';

  constructor(
    private readonly owner: Owner,
    { kind, direction, track, byTrack }: TransceiverOptions,
  ) {
    this.kind = kind;
    this.byTrack = byTrack;
    this.#direction = direction;
    const canSend = () =>
      !owner.closed &&
      this.sender.track !== null &&
      sends(this.currentDirection) &&
      owner.commonNames.some((name) => name.startsWith('telephone-event'));
    this.sender = new FakeSender(owner, kind, track, canSend);
    this.receiver = { track: new FakeTrack({ kind }) };
    this.receiver.track.muted = true;
  }

  get direction(): Direction | 'stopped' {
    return this.owner.closed ? 'stopped' : this.#direction;
  }

  set direction(direction: Direction | 'stopped') {
    this.#refuse();
    if (this.stopped) throw new DOMException('The transceiver is stopped.', 'InvalidStateError');
    this.#direction = direction;
  }

  get stopped(): boolean {
    return this.direction === 'stopped';
  }

  stop(): void {
    this.#refuse();
    this.#direction = 'stopped';
    this.end();
  }

  /** Nothing is received any more. */
  end(): void {
    this.sender.dtmf?.stop();
    this.receiver.track.end();
  }

  #refuse(): void {
    if (this.owner.closed) throw new DOMException('The peer connection is closed.', 'InvalidStateError');
  }
}
