import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** One transparent pixel. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** An empty archive. */
export const aZip = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')

export const aPdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n')

/** A picture of so many bytes. */
export const aPictureOf = (size: number): Buffer => {
  const bytes = Buffer.alloc(size, 7)
  aPng.copy(bytes)
  return bytes
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A photo as a phone takes it on its side: with place, device and words in its metadata, and bytes behind its end. */
export async function aPhoto(secret: string, width = 60, height = 40): Promise<Buffer> {
  const photo = await sharp({ create: { width, height, channels: 3, background: '#a0522d' } })
    .withExif({
      IFD0: { Make: secret, ImageDescription: secret },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '8/1 35/1 0/1', GPSMapDatum: secret },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><t>${secret}</t></x:xmpmeta>`)
    .jpeg()
    .toBuffer()
  return Buffer.concat([photo, Buffer.from(secret)])
}

/** The same without colour: a PNG with a piece of text in it. */
export function aPngSaying(words: string): Buffer {
  const chunk = Buffer.from(`tEXtComment\0${words}`)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(chunk))
  const header = 8 + 25
  return Buffer.concat([aPng.subarray(0, header), length, chunk, sum, aPng.subarray(header)])
}

/** A PDF of A4 pages, each with one line of large letters, or blank. */
export const aPdfOf = (pages: readonly string[]): Buffer =>
  aPdfDrawn(
    pages.map((words) => {
      const content = words ? `BT /F1 40 Tf 60 700 Td (${words}) Tj ET` : ''
      return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
    }),
  )

/** Some kilobytes that become 75 million points of one line when they are drawn. */
export function aPdfThatSwells(): Buffer {
  const content = Buffer.concat([Buffer.alloc(165_000_000, '0 0 9 9 re '), Buffer.from('S')])
  const packed = deflateSync(deflateSync(content)).toString('latin1')
  return aPdfDrawn([`<< /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>\nstream\n${packed}\nendstream`])
}

/** @param contents what is drawn on each page, as a stream object */
function aPdfDrawn(contents: readonly string[]): Buffer {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, at) => `${3 + at * 2} 0 R`).join(' ')}] >>`,
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + at * 2} 0 R /Resources << /Font << /F1 ${font} >> >> >>`,
      content,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

/** A tone of so many seconds, as a phone would record it. */
export function aWav(seconds: number): Buffer {
  const rate = 16_000
  const samples = Buffer.alloc(seconds * rate * 2)
  for (let at = 0; at < samples.length / 2; at++) {
    samples.writeInt16LE(Math.round(8_000 * Math.sin((at * 2 * Math.PI * 440) / rate)), at * 2)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
