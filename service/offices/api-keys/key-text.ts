/**
 * The fixed shape helps to find a leaked key in a repository or a log; the last eight digits distinguish a key from
 * what only looks like one.
 */
const shape = /^aduan_[A-Za-z0-9]{32}[0-9a-f]{8}$/

const CHECKED = 'aduan_'.length + 32

/**
 * Returns `aduan_`, 32 letters and digits, and their CRC-32 in hexadecimal.
 * @param secret at least 32 characters of base64url, as `newSecret` gives
 */
export function keyText(secret: string): string {
  const kept = `aduan_${secret.replace(/[-_]/g, '0').slice(0, 32)}`
  return kept + checksum(kept)
}

export const isKeyText = (text: string): boolean =>
  shape.test(text) && checksum(text.slice(0, CHECKED)) === text.slice(CHECKED)

/** People recognise a key by its hint. */
export const keyHint = (text: string): string => `aduan_${text.slice(6, 10)}…`

/** CRC-32 as in ISO 3309 and PNG, of plain ASCII. */
function checksum(text: string): string {
  let crc = ~0
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return (~crc >>> 0).toString(16).padStart(8, '0')
}
