import { describe, expect, it } from 'vitest';
import { levelOf } from '../../src/media/levels.js';
import { ringbackTone, ringTone, sampleRate, synthesise, testTone } from '../../src/media/tones.js';

const peakOf = (samples: Float32Array) =>
  samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);

describe('a tone', () => {
  it('says that it rings at the other end with 425 Hz, one second of five', () => {
    const samples = synthesise(ringbackTone);
    expect(samples).toHaveLength(5 * sampleRate);
    const second = samples.subarray(0, sampleRate);
    const crossings = second.filter(
      (sample, index) => index > 0 && sample >= 0 && (second[index - 1] ?? 0) < 0,
    ).length;
    expect(crossings).toBeGreaterThanOrEqual(424);
    expect(crossings).toBeLessThanOrEqual(425);
    expect(peakOf(samples.subarray(sampleRate))).toBe(0);
  });

  it.each([
    ['ring', ringTone],
    ['ringback', ringbackTone],
    ['test', testTone],
  ])('is heard, neither clips nor clicks, and starts from silence: %s', (_, tone) => {
    const samples = synthesise(tone);
    expect(peakOf(samples)).toBeGreaterThan(0.1);
    expect(peakOf(samples)).toBeLessThan(0.9);
    expect(samples[0]).toBeCloseTo(0);
    expect(samples.at(-1)).toBeCloseTo(0);
  });

  it('rests between two rings', () => {
    expect(peakOf(synthesise(ringTone).subarray(2.5 * sampleRate))).toBe(0);
  });
});

describe('a level', () => {
  const sine = (loudness: number) =>
    Float32Array.from({ length: 1024 }, (_, i) => loudness * Math.sin(i / 3));

  it('is 0 in silence and nearly 1 at full scale', () => {
    expect(levelOf(new Float32Array(1024))).toBe(0);
    expect(levelOf(sine(0.0001))).toBe(0);
    expect(levelOf(sine(1))).toBeGreaterThan(0.9);
    expect(levelOf(new Float32Array(1024).fill(1))).toBe(1);
  });

  it('grows by the same step each time the sound gets ten times as loud', () => {
    expect(levelOf(sine(0.1)) - levelOf(sine(0.01))).toBeCloseTo(1 / 3);
  });
});
