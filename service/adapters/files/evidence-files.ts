import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { EvidenceStore } from '../../case/evidence.ts'
import type { MeasureDisk } from '../../shared/free-room.ts'
import { syncFolder, writeFailure } from './kept-files.ts'

const UNFINISHED = '.part'

/** Files that are removed during a copy get this suffix until the copy is complete. */
export const REMOVED = '.removed'

export interface EvidenceFolder extends EvidenceStore {
  /** Until it is released, a removed file keeps its bytes under another name. */
  keepRemoved(): { release(): Promise<void> }
}

/** Files lie in sub-folders by their first two characters, so that no folder grows without bound. */
export const evidencePath = (id: string): string => join(id.slice(0, 2), id)

/** Makes the folder for its owner alone, or closes one that an earlier version left open to others. */
export async function closeToOthers(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700).catch(() => {})
}

export function evidenceFiles(folder: string): EvidenceFolder {
  const pathOf = (id: string) => join(folder, evidencePath(id))
  const folderOf = (id: string) => dirname(pathOf(id))
  const kept = new Set<string>()
  let keepers = 0

  return {
    async write(id, sealed) {
      const unfinished = `${pathOf(id)}${UNFINISHED}`
      try {
        await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
        const file = await open(unfinished, 'wx', 0o600)
        try {
          await file.writeFile(sealed)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(unfinished, pathOf(id))
        await syncFolder(folderOf(id))
      } catch (cause) {
        await rm(unfinished, { force: true })
        throw writeFailure(cause)
      }
    },

    read: (id, part) => createReadStream(pathOf(id), part && { start: part.from, end: part.to }),

    async remove(id) {
      if (keepers === 0) return rm(pathOf(id), { force: true })
      kept.add(id)
      await rename(pathOf(id), `${pathOf(id)}${REMOVED}`).catch(unlessAbsent)
    },

    keepRemoved() {
      keepers++
      return {
        async release() {
          keepers--
          if (keepers > 0) return
          for (const id of kept) await rm(`${pathOf(id)}${REMOVED}`, { force: true })
          kept.clear()
        },
      }
    },

    async forgetUnfinished(before) {
      for (const name of await readdir(folder, { recursive: true }).catch(noFolder)) {
        if (!name.endsWith(UNFINISHED) && !(name.endsWith(REMOVED) && keepers === 0)) continue
        const path = join(folder, name)
        const { mtime } = await stat(path)
        if (mtime.toISOString() < before) await rm(path, { force: true })
      }
    },
  }
}

// Nothing was uploaded yet.
function noFolder(cause: unknown): string[] {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
  throw cause
}

function unlessAbsent(cause: unknown): void {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
}

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

/** Blocks that only root may use do not count as free. */
export const diskSpaceOf =
  (folder: string): MeasureDisk =>
  async () => {
    const { bsize, bavail, blocks } = await statfs(folder)
    return { free: bsize * bavail, total: bsize * blocks }
  }
