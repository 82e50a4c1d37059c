import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { disguiseVoice, packSample } from '../../../widget/filing/voice/disguise-voice.ts'
import { agree, aUnit, aWidget, button, filingOf, next, recorded, send } from '../support/a-widget.ts'

const RATE = 16_000
const SYLLABLE = 0.25

/** Somebody who says "a-i-u-o" at a pitch: pulses of the voice, shaped by the throat, four syllables a second. */
async function aVoice(hertz: number, seconds = 3): Promise<{ file: File; samples: Float32Array }> {
  const context = new OfflineAudioContext(1, RATE * seconds, RATE)
  const pulses = context.createOscillator()
  pulses.setPeriodicWave(context.createPeriodicWave(new Float32Array(60).fill(0), new Float32Array(60).fill(1)))
  pulses.frequency.value = hertz
  const loudness = context.createGain()
  loudness.gain.value = 0
  const vowels = [
    [800, 1_300],
    [300, 2_300],
    [350, 800],
    [500, 1_000],
  ]
  for (const formant of [0, 1] as const) {
    const throat = context.createBiquadFilter()
    throat.type = 'bandpass'
    throat.Q.value = 8
    for (let at = 0; at * SYLLABLE < seconds; at++) {
      throat.frequency.setValueAtTime(vowels[at % 4]?.[formant] ?? 0, at * SYLLABLE)
    }
    pulses.connect(throat).connect(loudness)
  }
  for (let at = 0; at < seconds; at += SYLLABLE) {
    loudness.gain.setTargetAtTime(at % 1 === 0.75 ? 0.02 : 1, at, 0.02)
    loudness.gain.setTargetAtTime(0.02, at + 0.18, 0.02)
  }
  loudness.connect(context.destination)
  pulses.start()
  const samples = (await context.startRendering()).getChannelData(0)
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2))
  const text = (at: number, words: string) => {
    for (const [n, one] of [...words].entries()) bytes.setUint8(at + n, one.charCodeAt(0))
  }
  text(0, 'RIFF')
  bytes.setUint32(4, bytes.byteLength - 8, true)
  text(8, 'WAVEfmt ')
  for (const [at, value] of [16, 0, 1, 1, RATE, 0, RATE * 2, 0, 2, 16].entries())
    bytes.setUint16(16 + at * 2, value, true)
  text(36, 'data')
  bytes.setUint32(40, samples.length * 2, true)
  for (const [at, one] of samples.entries()) bytes.setInt16(44 + at * 2, (one / peak) * 30_000, true)
  return { file: new File([bytes.buffer], 'suara.wav', { type: 'audio/wav' }), samples }
}

const decode = async (file: File): Promise<Float32Array> =>
  (await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(await file.arrayBuffer())).getChannelData(0)

/** How well a sound repeats itself at a pitch: 1 is perfectly. */
function repeats(samples: Float32Array, hertz: number): number {
  const at = (lag: number) => {
    let sum = 0
    for (let one = 4_000; one + lag < samples.length; one++) sum += (samples[one] ?? 0) * (samples[one + lag] ?? 0)
    return sum
  }
  return at(Math.round(8_000 / hertz)) / at(0)
}

/** How loud it is, forty times a second. */
function loudnessOf(samples: Float32Array): number[] {
  const sizes: number[] = []
  for (let at = 0; at + 200 <= samples.length; at += 200) {
    sizes.push(Math.sqrt(samples.slice(at, at + 200).reduce((sum, one) => sum + one * one, 0) / 200))
  }
  return sizes
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length
  const [a, b] = [mean(one), mean(other)]
  const sum = (pick: (at: number) => number) => one.reduce((total, _, at) => total + pick(at), 0)
  const x = (at: number) => (one[at] ?? 0) - a
  const y = (at: number) => (other[at] ?? 0) - b
  return sum((at) => x(at) * y(at)) / Math.sqrt(sum((at) => x(at) ** 2) * sum((at) => y(at) ** 2))
}

/** How alike the loudness of two sounds goes; the later one may lag by a twentieth of a second, as filters do. */
const followed = (before: Float32Array, after: Float32Array): number =>
  Math.max(
    ...[0, 1, 2].map((lag) =>
      correlation(loudnessOf(before).slice(0, -lag || undefined), loudnessOf(after).slice(lag)),
    ),
  )

/** Share of the energy in which words are: 300 to 3,300 Hz. */
function shareOfWords(samples: Float32Array): number {
  const size = 4_000
  let [inside, all] = [0, 0]
  for (let hertz = 50; hertz < 3_950; hertz += 50) {
    let [re, im] = [0, 0]
    for (let at = 0; at < size; at++) {
      const turn = (2 * Math.PI * hertz * at) / 8_000
      re += (samples[at + 4_000] ?? 0) * Math.cos(turn)
      im += (samples[at + 4_000] ?? 0) * Math.sin(turn)
    }
    all += re * re + im * im
    if (hertz >= 250 && hertz <= 3_300) inside += re * re + im * im
  }
  return inside / all
}

/** Lets every draw of a number come out the same; noise stays noise. */
async function byChance<Result>(chance: number, act: () => Promise<Result>): Promise<Result> {
  const real = crypto.getRandomValues
  crypto.getRandomValues = (into) => {
    real.call(crypto, into)
    if (into instanceof Uint32Array) into.fill(chance * 2 ** 32)
    return into
  }
  try {
    return await act()
  } finally {
    crypto.getRandomValues = real
  }
}

describe('a disguised voice', () => {
  it('has a pitch that tells nothing of the person’s, is as loud at the same moments, and keeps the band of words', async () => {
    for (const own of [105, 215]) {
      const { file } = await aVoice(own)
      const before = await decode(file)
      expect(repeats(before, own)).toBeGreaterThan(0.8)
      for (const chance of [0.3, 0.9]) {
        const drawn = 95 + 95 * chance
        const after = await decode(await byChance(chance, () => disguiseVoice(file, 'rekaman')))
        const [ofDrawn, ofOwn] = [repeats(after, drawn), repeats(after, own)]
        console.log(`${own} Hz, disguised as ${drawn}: repeats at ${ofDrawn.toFixed(2)} and ${ofOwn.toFixed(2)}`)
        expect(ofDrawn).toBeGreaterThan(0.35)
        expect(ofOwn).toBeLessThan(ofDrawn / 2)
        expect(Math.abs(after.length - before.length)).toBeLessThan(2)
        expect(followed(before, after)).toBeGreaterThan(0.8)
        expect(shareOfWords(after)).toBeGreaterThan(0.6)
      }
    }
  })

  it('is a small file with nothing but sound in it', async () => {
    const { file } = await aVoice(150, 2)
    const disguised = await disguiseVoice(file, 'rekaman')
    expect(disguised).toMatchObject({ name: 'rekaman.wav', type: 'audio/wav', size: 46 + 16_000 })
    const head = new TextDecoder('latin1').decode((await disguised.arrayBuffer()).slice(0, 46))
    expect([head.slice(0, 4), head.slice(8, 16), head.slice(38, 42)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
    expect([packSample(0), packSample(1), packSample(-1)]).toEqual([255, 128, 0])
  })

  it('of silence is silence, and of no recording is refused', async () => {
    const silent = await decode(await disguiseVoice((await aVoice(0.001, 1)).file, 'rekaman'))
    expect(silent.length).toBeGreaterThan(7_900)
    await expect(disguiseVoice(new File(['bukan suara'], 'x.wav'), 'rekaman')).rejects.toThrow()
  })
})

async function atStory() {
  const tenant = aUnit()
  const widget = await aWidget({ tenant })
  await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
  await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
  await expect.element(button('Ceritakan dengan suara')).toBeVisible()
  return { tenant, widget }
}

async function record() {
  await userEvent.click(button('Ceritakan dengan suara'))
  await userEvent.click(button('Mulai merekam'))
  await expect.element(page.getByText('0:01 dari 10:00')).toBeVisible()
}

const filed = async (tenant: string) =>
  (await recorded(tenant)).requests.find(({ kind }) => kind === 'complaints')?.body

describe('a story that is told by voice', () => {
  it('needs no writing: the recording is heard, disguised, heard again and used, and the subject stands ready', async () => {
    const { tenant, widget } = await atStory()
    await record()
    await userEvent.click(button('Berhenti'))
    await axe(widget).to.be.accessible()
    await userEvent.click(page.getByLabelText('Samarkan suara saya'))
    await expect.element(page.getByText('Suara disamarkan. Silakan dengarkan dulu.')).toBeVisible()
    await userEvent.click(button('Pakai rekaman'))
    await expect.element(page.getByText('Cerita Anda: rekaman suara yang disamarkan.')).toBeVisible()
    await expect
      .element(page.getByLabelText('Pokok pengaduan'))
      .toHaveValue(expect.stringMatching(/^Pengaduan lisan: Pungutan/))
    expect(page.getByLabelText('Uraian kejadian').query()).toBeNull()
    await axe(widget).to.be.accessible()
    await expect.poll(async () => (await recorded(tenant)).files).toMatchObject([{ name: 'cerita-lisan.wav' }])
    await next()
    await next()
    await next()
    await agree()
    await send()
    await expect.poll(() => filed(tenant)).toMatchObject({ chronology: '', spoken: { disguised: true } })
  })

  it('that is recorded again replaces the first recording, and who removes it writes again', async () => {
    const { tenant } = await atStory()
    await record()
    await userEvent.click(button('Berhenti'))
    await userEvent.click(button('Pakai rekaman'))
    await userEvent.click(button('Rekam ulang'))
    await userEvent.click(button('Mulai merekam'))
    await userEvent.click(button('Berhenti'))
    await userEvent.click(button('Pakai rekaman'))
    await expect.poll(async () => (await recorded(tenant)).files.length).toBe(2)
    await next()
    await expect.element(page.getByRole('listitem')).toHaveTextContent(/cerita-lisan\.webm.*Tersimpan/)
    await userEvent.click(button(/^Hapus/))
    await userEvent.click(button('Kembali'))
    await expect.element(page.getByLabelText('Uraian kejadian')).toBeVisible()
    await next()
    await expect.element(page.getByText(/Uraian kejadian/).first()).toBeVisible()
  })

  it('is not lost when the person goes a step back or the page is hidden while recording', async () => {
    await atStory()
    await record()
    await userEvent.click(button('Kembali'))
    await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
    await userEvent.click(button('Ceritakan dengan suara'))
    await expect.element(page.getByText('Rekaman Anda masih ada di sini.')).toBeVisible()
    await userEvent.click(button('Rekam ulang'))
    await expect.element(button('Berhenti')).toBeVisible()
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'hidden')
    await expect.element(page.getByText(/Rekaman berhenti, karena halaman ini tertutup/)).toBeVisible()
    await expect.element(button('Pakai rekaman')).toBeVisible()
  })

  it('can be written all the same where the microphone is refused', async () => {
    const { mediaDevices } = navigator
    const before = mediaDevices.getUserMedia
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    try {
      const { widget } = await atStory()
      await userEvent.click(button('Ceritakan dengan suara'))
      await userEvent.click(button('Mulai merekam'))
      await expect.element(page.getByText(/Mikrofon tidak diizinkan/)).toBeVisible()
      await expect.element(button('Pilih berkas rekaman')).toBeVisible()
      await expect.element(page.getByLabelText('Uraian kejadian')).toBeVisible()
      expect(filingOf(widget)).toBeDefined()
    } finally {
      mediaDevices.getUserMedia = before
    }
  })
})
