import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceStore } from '../../evidence/evidence-store.ts'

const UNFINISHED = '.part'

/** Sealed evidence as files, in sub-folders by the first two characters so that no folder grows without bound. */
export function evidenceFiles(folder: string): EvidenceStore {
  const folderOf = (id: string) => join(folder, id.slice(0, 2))
  const pathOf = (id: string) => join(folderOf(id), id)

  return {
    async write(id, sealed) {
      await mkdir(folderOf(id), { recursive: true })
      const unfinished = `${pathOf(id)}${UNFINISHED}`
      try {
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
        throw cause
      }
    },

    read: (id) => createReadStream(pathOf(id)),

    remove: (id) => rm(pathOf(id), { force: true }),

    async forgetUnfinished(before) {
      for (const name of await readdir(folder, { recursive: true }).catch(noFolder)) {
        if (!name.endsWith(UNFINISHED)) continue
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

// Without it a power cut can forget the new name although the bytes are there.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
