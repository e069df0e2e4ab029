/** One sound of a tone. Times in seconds, `level` 0 to 1. */
interface Note {
  readonly at: number;
  readonly duration: number;
  readonly frequency: number;
  readonly level: number;
  /** Dies away like a bell in this many seconds; without it the note stays as loud as it began. */
  readonly decay?: number;
}

/** What is played over and over, `period` seconds long. */
export interface Tone {
  readonly notes: readonly Note[];
  readonly period: number;
}

/** 425 Hz, 1 s of 5: what most of the world's telephone networks play (ITU-T E.180). */
export const ringbackTone: Tone = { notes: [{ at: 0, duration: 1, frequency: 425, level: 0.15 }], period: 5 };

const bell = { duration: 0.9, level: 0.22, decay: 0.22 };

const chimes: readonly Note[] = [
  { at: 0, frequency: 659.26, ...bell },
  { at: 0.16, frequency: 830.61, ...bell },
  { at: 0.32, frequency: 987.77, ...bell },
  { at: 0.48, frequency: 1318.51, ...bell },
];

/** Two runs up an E major chord, then a rest. */
export const ringTone: Tone = {
  notes: [...chimes, ...chimes.map((note) => ({ ...note, at: note.at + 0.96 }))],
  period: 3.2,
};

/** One run, to hear whether a speaker works. */
export const testTone: Tone = { notes: chimes, period: 1.4 };

/** Enough for these notes and their overtones. */
export const sampleRate = 16_000;

/** Fades notes in and out, so that they do not click. */
const ramp = 0.008;

/** One period of a tone as samples between -1 and 1. */
export function synthesise({ notes, period }: Tone): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(period * sampleRate));
  for (const { at, duration, frequency, level, decay } of notes) {
    const first = Math.round(at * sampleRate);
    for (let i = 0; i < duration * sampleRate && first + i < samples.length; i++) {
      const time = i / sampleRate;
      const turn = 2 * Math.PI * frequency * time;
      const wave = decay
        ? (Math.sin(turn) + 0.3 * Math.sin(2 * turn) + 0.1 * Math.sin(4 * turn)) / 1.4
        : Math.sin(turn);
      const fade = Math.min(1, time / ramp, (duration - time) / ramp);
      const loudness = level * fade * (decay ? Math.exp(-time / decay) : 1);
      samples[first + i]! += wave * loudness;
    }
  }
  return samples;
}
