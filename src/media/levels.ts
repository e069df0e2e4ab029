import { onGesture } from './gesture.js';
import { callOut } from './listeners.js';
import type { Media } from './media.js';

/** ms between two readings. */
const interval = 50;

/** What counts as silence, in dB below the loudest possible sound. */
const floor = 60;

/** Measures tracks, all in one AudioContext, which is closed when nobody measures. */
export function createMeter(): Media['meter'] {
  let context: AudioContext | null = null;
  let meters = 0;
  let stopListening = () => {};

  function open(): AudioContext {
    meters++;
    if (context) return context;
    const opened = new AudioContext();
    context = opened;
    // In a page that was never touched it stands still until then.
    stopListening = onGesture(() => void opened.resume().then(stopListening, () => {}));
    return opened;
  }

  function release(): void {
    if (--meters > 0) return;
    stopListening();
    context?.close().catch(() => {});
    context = null;
  }

  return (track, callback) => {
    if (typeof AudioContext === 'undefined') return () => {};
    const audio = open();
    const source = audio.createMediaStreamSource(new MediaStream([track]));
    const analyser = audio.createAnalyser();
    analyser.fftSize = 1024;
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      callOut(() => callback(levelOf(samples)));
    }, interval);

    let measuring = true;
    return () => {
      if (!measuring) return;
      measuring = false;
      clearInterval(timer);
      source.disconnect();
      release();
    };
  };
}

/** Loudness as people hear it: 0 at the floor and below, 1 for a full-scale sound. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length);
  return Math.min(1, Math.max(0, 1 + decibels / floor));
}
