import { sha256 } from '@noble/hashes/sha2.js'

/**
 * Computes the SHA-256 of a file in hex, piece by piece. `crypto.subtle` wants the whole file, and is missing on pages
 * without TLS. `progress` gets the share that was read, 0 to 1, at each hundredth.
 *
 * @throws DOMException `AbortError` when stopped; what the browser throws where the file cannot be read
 */
export async function digestFile(
  file: File,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
): Promise<string> {
  const hash = sha256.create()
  const reader = file.stream().getReader()
  let read = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    signal.throwIfAborted()
    hash.update(piece.value)
    const before = percentOf(read, file)
    read += piece.value.length
    if (percentOf(read, file) > before) progress(read / file.size)
  }
  return hex(hash.digest())
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const percentOf = (read: number, { size }: File) => Math.floor((100 * read) / size)
