import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFailure } from './full-disk.ts'
import { syncFolder } from './write-whole.ts'

const PIECE = 4 * 1_048_576
/** Regular syncs keep the disk's queue short for others. */
const SYNC_EVERY = 4 * 1_048_576

export interface Copying {
  readonly signal: AbortSignal
  onBytes(bytes: number): void
}

/** The file gets its name only once all of it is on the disk. @throws if the source does not exist */
export async function copyFile(from: string, to: string, { signal, onBytes }: Copying): Promise<void> {
  const source = await open(from, 'r')
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    const unfinished = `${to}.copying`
    const target = await open(unfinished, 'w', 0o600)
    try {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max((await source.stat()).size, 1)))
      let unsynced = 0
      for (;;) {
        signal.throwIfAborted()
        const { bytesRead } = await source.read(piece, 0, piece.length)
        if (bytesRead === 0) break
        await target.writeFile(piece.subarray(0, bytesRead))
        onBytes(bytesRead)
        unsynced += bytesRead
        if (unsynced >= SYNC_EVERY) {
          await target.datasync()
          unsynced = 0
        }
      }
      await target.sync()
    } catch (cause) {
      await rm(unfinished, { force: true })
      throw writeFailure(cause)
    } finally {
      await target.close()
    }
    await rename(unfinished, to)
    await syncFolder(dirname(to))
  } finally {
    await source.close()
  }
}

/** The file gets its name only once all of it is on the disk. @returns its SHA-256 in hex */
export async function writeStream(
  to: string,
  source: AsyncIterable<Uint8Array>,
  { signal, onBytes }: Copying,
): Promise<string> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const unfinished = `${to}.copying`
  const hash = createHash('sha256')
  const target = await open(unfinished, 'w', 0o600)
  try {
    for await (const piece of source) {
      signal.throwIfAborted()
      await target.writeFile(piece)
      hash.update(piece)
      onBytes(piece.length)
    }
    await target.sync()
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw writeFailure(cause)
  } finally {
    await target.close()
  }
  await rename(unfinished, to)
  await syncFolder(dirname(to))
  return hash.digest('hex')
}

/** SHA-256 of a file in hex; `null` if there is none. */
export async function hashOfFile(path: string, signal?: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) {
      signal?.throwIfAborted()
      hash.update(piece)
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
  return hash.digest('hex')
}
