/** Loudest sample of a file; a recording is made no louder than this many times. */
const LOUDEST = 0.9
const MOST_GAIN = 60

/** Packs a sample of -1 to 1 into a byte, by the µ-law of telephones (ITU-T G.711). */
export function packSample(sample: number): number {
  const size = Math.min(32_635, Math.abs(Math.round(sample * 32_768))) + 132
  const exponent = Math.max(0, 31 - Math.clz32(size) - 7)
  const mantissa = (size >> (exponent + 3)) & 15
  return ~((sample < 0 ? 128 : 0) | (exponent << 4) | mantissa) & 255
}

/** Writes a sound as a WAV file with one byte a sample, as loud as it can be, and with nothing else in it. */
export function makeWave(samples: Float32Array, rate: number, name: string): File {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = Math.min(MOST_GAIN, LOUDEST / (peak || 1))
  const bytes = new Uint8Array(46 + samples.length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('RIFF    WAVEfmt '))
  view.setUint32(4, bytes.length - 8, true)
  view.setUint32(16, 18, true)
  // µ-law, one channel, one byte a sample, nothing more about the format.
  for (const [at, value] of [7, 1, rate, 0, rate, 0, 1, 8, 0].entries()) view.setUint16(20 + 2 * at, value, true)
  bytes.set(new TextEncoder().encode('data'), 38)
  view.setUint32(42, samples.length, true)
  for (let at = 0; at < samples.length; at++) bytes[46 + at] = packSample((samples[at] ?? 0) * gain)
  return new File([bytes], `${name}.wav`, { type: 'audio/wav' })
}
