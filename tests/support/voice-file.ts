/** A second of a tone, as a WAV file of 8 kHz: it is sound by its content. */
export function voiceFile(hertz = 220): Uint8Array<ArrayBuffer> {
  const rate = 8_000
  const bytes = new Uint8Array(44 + rate)
  const view = new DataView(bytes.buffer)
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  write(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, rate, true)
  for (let at = 0; at < rate; at++) bytes[44 + at] = 128 + Math.round(90 * Math.sin((2 * Math.PI * hertz * at) / rate))
  return bytes
}
