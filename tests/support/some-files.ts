import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
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
