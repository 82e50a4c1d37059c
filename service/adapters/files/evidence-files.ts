import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { EvidenceStore } from '../../case/evidence.ts'
import { writeFailure } from './full-disk.ts'
import { syncFolder } from './write-whole.ts'

const UNFINISHED = '.part'

/** Files that are removed during a copy get this suffix until the copy is complete. */
export const REMOVED = '.removed'

export interface EvidenceFolder extends EvidenceStore {
  /** Until it is released, a removed file keeps its bytes under another name. */
  keepRemoved(): { release(): Promise<void> }
}

/** Files lie in sub-folders by their first two characters, so that no folder grows without bound. */
export const evidencePath = (id: string): string => join(id.slice(0, 2), id)

export function evidenceFiles(folder: string): EvidenceFolder {
  const pathOf = (id: string) => join(folder, evidencePath(id))
  const folderOf = (id: string) => dirname(pathOf(id))
  const kept = new Set<string>()
  let keepers = 0

  return {
    async write(id, sealed) {
      const unfinished = `${pathOf(id)}${UNFINISHED}`
      try {
        await mkdir(folderOf(id), { recursive: true })
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
