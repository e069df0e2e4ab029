import type { Devices } from './devices.js';
import { MediaError, speakerError } from './errors.js';
import type { Output, OutputKind, Outputs } from './outputs.js';
import type { Player } from './playback.js';
import type { Sound } from './sound.js';
import type { State } from './state.js';
import { ringbackTone, ringTone, sampleRate, synthesise, type Tone, testTone } from './tones.js';

export interface Toner {
  ring(): () => void;
  ringback(): () => void;
  /** Resolves when the tone ended. Rejects with `MediaError`. */
  test(): Promise<void>;
}

export interface TonerOptions {
  state: State;
  devices: Devices;
  outputs: Outputs;
  sound: Sound;
  play: Player;
}

/** ms that a new AudioContext may take to start before it counts as blocked. */
const startLimit = 500;

/** ms after which a speaker that has not played the test tone never will. */
const testLimit = 5_000;

export function createToner({ state, devices, outputs, sound, play }: TonerOptions): Toner {
  function start(tone: Tone, kind: OutputKind, onEnded?: () => void): () => void {
    const context = new AudioContext();
    const release = devices.watch();
    const buffer = context.createBuffer(1, Math.round(tone.period * sampleRate), sampleRate);
    buffer.copyToChannel(synthesise(tone), 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    // A looping buffer keeps time in a hidden tab, where timers do not.
    source.loop = !onEnded;
    source.onended = onEnded ?? null;

    const disconnect = route(context, source, kind);
    const starting = sound.start(async () => {
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, startLimit))]);
      return context.state === 'running';
    });
    context.onstatechange = starting.retry;
    source.start();

    return () => {
      starting.cancel();
      context.onstatechange = null;
      source.onended = null;
      disconnect();
      context.close().catch(() => {});
      release();
    };
  }

  /** Where only audio elements can choose their speaker (Firefox), one plays what the context makes. */
  function route(context: AudioContext & Output, source: AudioNode, kind: OutputKind): () => void {
    if (context.setSinkId || !state.get().devices.canChooseSpeaker) {
      source.connect(context.destination);
      return outputs.add(context, kind);
    }
    const destination = context.createMediaStreamDestination();
    source.connect(destination);
    return play(destination.stream, kind).stop;
  }

  /** Two phones that ring together sound as one. */
  function shared(tone: Tone, kind: OutputKind): () => () => void {
    let holds = 0;
    let stop: (() => void) | null = null;
    return () => {
      if (holds++ === 0) {
        try {
          stop = start(tone, kind);
        } catch {
          // Without Web Audio the call is seen and not heard.
          stop = null;
        }
      }
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        if (--holds === 0) stop?.();
      };
    };
  }

  function test(): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (settle: () => void) => {
        clearTimeout(timer);
        stop();
        settle();
      };
      let stop = () => {};
      try {
        stop = start(testTone, 'speaker', () => end(resolve));
      } catch (error) {
        reject(speakerError(error));
        return;
      }
      const silent = new MediaError('media-failed', 'The speaker did not play.');
      timer = setTimeout(() => end(() => reject(silent)), testLimit);
    });
  }

  return { ring: shared(ringTone, 'ringer'), ringback: shared(ringbackTone, 'speaker'), test };
}
