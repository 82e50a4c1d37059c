import { createHash } from 'node:crypto'

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
