/** Packets of one peer connection, counted by the browser since the connection began. */
export interface Packets {
  readonly sent: number;
  readonly received: number;
}

/** What the tests see and hear of a page without asking the phone in it. */
export interface Instruments {
  /** Packets a second of each open peer connection, oldest first, measured over `duration` ms. */
  packetRates(duration: number): Promise<Packets[]>;
  /**
   * What the newest call's other end sounds like for half a second: the frequency of a steady tone in Hz, `null`
   * for steady silence, `undefined` for anything else or without a call.
   */
  heard(): Promise<number | null | undefined>;
  /** The digits that went into the audio as RTP events (RFC 4733), in their order. */
  digits(): string;
  /** How many microphones are open; only those with a tone are counted. */
  openMicrophones(): number;
  /** True while the page makes a sound of its own, such as a ring. */
  ringing(): boolean;
}

declare global {
  interface Window {
    instruments: Instruments;
  }
}

/**
 * Runs in the page ahead of its scripts, alone: nothing outside this function is there. With a `tone` every
 * microphone is an oscillator of that frequency in Hz, so that each end of a call can be told from the other.
 */
export function installInstruments({ tone }: { tone?: number }): void {
  const SILENCE = -60; // dB; tones come in at about -15, codec noise stays below -80
  const connections: RTCPeerConnection[] = [];
  const open = () => connections.filter(({ connectionState }) => connectionState !== 'closed');

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  };

  const microphones: MediaStreamTrack[] = [];
  if (tone !== undefined) {
    MediaDevices.prototype.getUserMedia = async () => {
      const context = new AudioContext();
      const microphone = context.createMediaStreamDestination();
      const voice = new OscillatorNode(context, { frequency: tone });
      voice.connect(new GainNode(context, { gain: 0.5 })).connect(microphone);
      voice.start();
      microphones.push(...microphone.stream.getTracks());
      return microphone.stream;
    };
  }

  let digits = '';
  const senders = new WeakSet<RTCDTMFSender>();
  const insertDTMF = RTCDTMFSender.prototype.insertDTMF;
  RTCDTMFSender.prototype.insertDTMF = function (...args) {
    if (!senders.has(this)) this.addEventListener('tonechange', ({ tone }) => (digits += tone));
    senders.add(this);
    insertDTMF.apply(this, args);
  };

  const outputs: AnalyserNode[] = [];
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => unknown;
  AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
    if (args[0] instanceof AudioDestinationNode) {
      const analyser = listenTo(this.context);
      connect.call(this, analyser);
      outputs.push(analyser);
    }
    return connect.apply(this, args);
  } as typeof AudioNode.prototype.connect;

  function listenTo(context: BaseAudioContext): AnalyserNode {
    return new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  }

  function peak(analyser: AnalyserNode): { hz: number; level: number } {
    const levels = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(levels);
    const level = Math.max(...levels);
    return { hz: (levels.indexOf(level) * analyser.context.sampleRate) / analyser.fftSize, level };
  }

  /** The ear of each connection, made when it is first listened to. */
  const ears = new Map<MediaStreamTrack, AnalyserNode>();
  function earOf(connection: RTCPeerConnection): AnalyserNode | undefined {
    const track = connection.getReceivers().find(({ track }) => track.kind === 'audio')?.track;
    if (!track) return undefined;
    let ear = ears.get(track);
    if (!ear) {
      const context = new AudioContext({ sampleRate: 48_000 });
      ear = listenTo(context);
      context.createMediaStreamSource(new MediaStream([track])).connect(ear);
      ears.set(track, ear);
    }
    return ear;
  }

  async function count(connection: RTCPeerConnection): Promise<Packets & { at: number }> {
    const packets = { sent: 0, received: 0, at: 0 };
    for (const stat of (await connection.getStats()).values()) {
      if (stat.type === 'outbound-rtp') packets.sent += stat.packetsSent;
      if (stat.type === 'inbound-rtp') packets.received += stat.packetsReceived;
      packets.at = Math.max(packets.at, stat.timestamp);
    }
    return packets;
  }

  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  window.instruments = {
    async packetRates(duration) {
      return Promise.all(
        open().map(async (connection) => {
          const first = await count(connection);
          let last = first;
          while (last.at - first.at < duration) {
            await wait(100);
            last = await count(connection);
          }
          const seconds = (last.at - first.at) / 1_000;
          return {
            sent: (last.sent - first.sent) / seconds,
            received: (last.received - first.received) / seconds,
          };
        }),
      );
    },
    async heard() {
      const connection = open().at(-1);
      const ear = connection && earOf(connection);
      if (!ear) return undefined;
      const tones = new Set<number | null>();
      for (let window = 0; window < 5; window++) {
        await wait(100);
        const { hz, level } = peak(ear);
        tones.add(level < SILENCE ? null : hz);
      }
      return tones.size === 1 ? [...tones][0] : undefined;
    },
    digits: () => digits,
    openMicrophones: () => microphones.filter(({ readyState }) => readyState === 'live').length,
    ringing: () =>
      outputs.some((output) => output.context.state === 'running' && peak(output).level > SILENCE),
  };
}
