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

/** Hertz of a disguised recording: that of a telephone, which is enough to understand. */
const RATE = 8_000

/** A voice is measured and built anew in so many bands. Far fewer are still understood (Shannon et al., Science 270, 1995). */
const BANDS = 20
const LOWEST = 120
const HIGHEST = 3_300

/** A loudness that is followed no faster than this tells nothing of the pitch, which begins above 70 Hz. */
const FOLLOWS = 24

/** Share of noise beside the pitch; with more of it nobody hears a voice, with none there is no “s”. */
const NOISE = 0.35

/** Draws evenly from a range, by the browser's own chance. */
const draw = (from: number, to: number): number => {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
  return from + ((to - from) * chance) / 2 ** 32
}

/**
 * Builds another voice from the loudness of each band: pitch and melody of the person are thrown away, a new pitch and
 * a shift of the bands are drawn each time. The words, how fast they come, and their accent stay, so this makes it harder to
 * recognise somebody and promises nothing. Nothing leaves the device.
 * @returns a WAV file of that name without any other data
 * @throws DOMException where the browser cannot read the recording
 */
export async function disguiseVoice(file: File, name: string): Promise<File> {
  const heard = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await file.arrayBuffer())
  const context = new OfflineAudioContext(1, heard.length, RATE)
  const voice = context.createBufferSource()
  voice.buffer = heard
  const carrier = makeCarrier(context)
  const shift = draw(0, 1) < 0.5 ? draw(0.82, 0.9) : draw(1.12, 1.2)
  for (let band = 0; band < BANDS; band++) {
    const middle = LOWEST * (HIGHEST / LOWEST) ** ((band + 0.5) / BANDS)
    const loudness = follow(context, cut(context, voice, middle))
    const level = context.createGain()
    level.gain.value = 0
    loudness.connect(level.gain)
    cut(context, carrier, middle * shift)
      .connect(level)
      .connect(context.destination)
  }
  voice.start()
  const built = (await context.startRendering()).getChannelData(0)
  return makeWave(built, RATE, name)
}

/** Lets one band of a sound pass. */
function cut(context: BaseAudioContext, sound: AudioNode, middle: number): AudioNode {
  const filter = () => {
    const node = context.createBiquadFilter()
    node.type = 'bandpass'
    node.frequency.value = middle
    node.Q.value = 5
    return node
  }
  return sound.connect(filter()).connect(filter())
}

/** Follows how loud a band is. */
function follow(context: BaseAudioContext, band: AudioNode): AudioNode {
  const size = context.createWaveShaper()
  size.curve = new Float32Array([1, 0, 1])
  const smooth = () => {
    const node = context.createBiquadFilter()
    node.frequency.value = FOLLOWS
    node.Q.value = 0
    return node
  }
  return band.connect(size).connect(smooth()).connect(smooth())
}

/** A pitch that is nobody's, and noise for the sounds that have none. */
function makeCarrier(context: BaseAudioContext): AudioNode {
  const mixed = context.createGain()
  const pitch = context.createOscillator()
  pitch.type = 'sawtooth'
  pitch.frequency.value = draw(95, 190)
  pitch.connect(mixed)
  pitch.start()
  const noise = context.createBuffer(1, RATE * 2, RATE)
  const samples = noise.getChannelData(0)
  const bytes = new Uint8Array(samples.length)
  crypto.getRandomValues(bytes)
  for (const [at, byte] of bytes.entries()) samples[at] = byte / 128 - 1
  const source = context.createBufferSource()
  source.buffer = noise
  source.loop = true
  const quiet = context.createGain()
  quiet.gain.value = NOISE
  source.connect(quiet).connect(mixed)
  source.start()
  return mixed
}
