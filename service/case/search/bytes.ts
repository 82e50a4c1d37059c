/** Bytes are appended at the end and taken from the front in pieces. */
export interface ByteWriter {
  readonly length: number
  /** Writes a whole number from 0 to 2⁵³; small ones take fewer bytes. */
  number(value: number): void
  /** Writes the length in bytes before the text. */
  text(value: string): void
  bytes(value: Uint8Array): void
  take(size: number): Uint8Array
  readonly waiting: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(4_096)
  let used = 0
  let taken = 0

  function makeRoom(more: number): void {
    if (used + more <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, used + more))
    larger.set(buffer.subarray(0, used))
    buffer = larger
  }

  const writer: ByteWriter = {
    get length() {
      return taken + used
    },
    get waiting() {
      return used
    },
    number(value) {
      makeRoom(8)
      let rest = value
      while (rest >= 0x80) {
        buffer[used++] = (rest % 0x80) + 0x80
        rest = Math.floor(rest / 0x80)
      }
      buffer[used++] = rest
    },
    text(value) {
      const bytes = encoder.encode(value)
      writer.number(bytes.length)
      writer.bytes(bytes)
    },
    bytes(value) {
      makeRoom(value.length)
      buffer.set(value, used)
      used += value.length
    },
    take(size) {
      const some = buffer.slice(0, Math.min(size, used))
      buffer.copyWithin(0, some.length, used)
      used -= some.length
      taken += some.length
      return some
    },
  }
  return writer
}

export interface ByteReader {
  readonly at: number
  readonly isAtEnd: boolean
  number(): number
  text(): string
  /** Returns a view, not a copy. */
  bytes(length: number): Uint8Array
}

/** The decoder takes long to begin, and most texts are a few letters of ASCII. */
const SHORT = 12

/** @returns `null` for a text that is longer, or has other letters */
function shortText(bytes: Uint8Array): string | null {
  if (bytes.length > SHORT) return null
  let text = ''
  for (const byte of bytes) {
    if (byte >= 0x80) return null
    text += String.fromCharCode(byte)
  }
  return text
}

/** @throws RangeError where the bytes end too early */
export function createByteReader(source: Uint8Array): ByteReader {
  let at = 0
  const reader: ByteReader = {
    get at() {
      return at
    },
    get isAtEnd() {
      return at >= source.length
    },
    number() {
      let value = 0
      let factor = 1
      for (;;) {
        const byte = source[at++]
        if (byte === undefined) throw new RangeError('The index is cut off.')
        value += (byte & 0x7f) * factor
        if (byte < 0x80) return value
        factor *= 0x80
      }
    },
    text() {
      const bytes = reader.bytes(reader.number())
      return shortText(bytes) ?? decoder.decode(bytes)
    },
    bytes(length) {
      if (at + length > source.length) throw new RangeError('The index is cut off.')
      at += length
      return source.subarray(at - length, at)
    },
  }
  return reader
}

/** Writes rising whole numbers as the differences between them. */
export function writeRising(numbers: ArrayLike<number>): Uint8Array {
  const writer = createByteWriter()
  let before = 0
  for (let at = 0; at < numbers.length; at++) {
    const next = numbers[at] ?? 0
    writer.number(next - before)
    before = next
  }
  return writer.take(writer.waiting)
}

export function readRising(bytes: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count)
  let size = 0
  walkRising(bytes, count, (number) => {
    numbers[size++] = number
  })
  return numbers
}

/** Yields the numbers one by one, without building a list. */
export function walkRising(bytes: Uint8Array, count: number, take: (number: number) => void): void {
  let before = 0
  let at = 0
  for (let n = 0; n < count; n++) {
    let shift = 0
    let byte = bytes[at++] ?? 0
    let step = byte & 0x7f
    while (byte >= 0x80) {
      shift += 7
      byte = bytes[at++] ?? 0
      step |= (byte & 0x7f) << shift
    }
    before += step
    take(before)
  }
}
