import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Reads up to the limit and then closes the connection. It also unpacks, because some servers compress unasked. */
export async function readBody(
  response: IncomingMessage,
  mostBytes: number,
): Promise<{ readonly body: Uint8Array; readonly isCut: boolean }> {
  const pieces: Uint8Array[] = []
  let room = mostBytes
  try {
    for await (const piece of unpacked(response)) {
      const bytes = Buffer.from(piece)
      pieces.push(bytes.subarray(0, room))
      if (bytes.length > room) return { body: Buffer.concat(pieces), isCut: true }
      room -= bytes.length
    }
    return { body: Buffer.concat(pieces), isCut: false }
  } finally {
    response.destroy()
  }
}

function unpacked(response: IncomingMessage): AsyncIterable<Buffer | string> {
  const unpacker = unpackers[response.headers['content-encoding']?.toLowerCase() ?? '']
  // The reader of the last stream receives every fault.
  return unpacker ? pipeline(response, unpacker(), () => {}) : response
}
