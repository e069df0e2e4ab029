/** Frequency in Hz of the strongest tone in a recording, or `null` when all of it is fainter than -60 dB. */
export function strongestTone(samples: Float32Array, sampleRate: number): number | null {
  const size = 2_048;
  const block = samples.subarray(-size);
  let best = { bin: 0, amplitude: 0 };
  for (let bin = 8; bin < block.length / 4; bin++) {
    const amplitude = amplitudeAt(block, bin);
    if (amplitude > best.amplitude) best = { bin, amplitude };
  }
  return best.amplitude < 0.001 ? null : (best.bin * sampleRate) / block.length;
}

/** Goertzel's algorithm: one bin of a discrete Fourier transform, scaled so that a full sine gives 1. */
function amplitudeAt(block: Float32Array, bin: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * bin) / block.length);
  let [before, last] = [0, 0];
  for (const sample of block) [before, last] = [last, sample + turn * last - before];
  return (2 * Math.sqrt(before ** 2 + last ** 2 - turn * before * last)) / block.length;
}
