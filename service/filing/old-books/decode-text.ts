/**
 * Decodes UTF-8 or UTF-16, recognised by byte order marks or by pattern, else Windows-1252, in which Excel saves CSV
 * in some regions.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const noughts = noughtsAt(bytes)
  if (noughts.odd > noughts.most) return new TextDecoder('utf-16le').decode(bytes)
  if (noughts.even > noughts.most) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return inWindows1252(bytes)
  }
}

/** Windows-1252 characters in place of Latin-1's invisible ones, from 0x80 on (whatwg.org, index-windows-1252). */
const NOT_LATIN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Node 20 takes the name for Latin-1.
const inWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => NOT_LATIN[sign.charCodeAt(0) - 0x80] ?? sign)

/** Latin letters in UTF-16 have a zero byte beside each; no other text has one. */
function noughtsAt(bytes: Uint8Array) {
  const looked = bytes.subarray(0, 2_000)
  const count = (parity: number) => looked.filter((byte, at) => byte === 0 && at % 2 === parity).length
  return { odd: count(1), even: count(0), most: looked.length / 8 }
}
