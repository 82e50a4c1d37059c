import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceStore } from '../../evidence/evidence-store.ts'

/** Sealed evidence as files, in sub-folders by the first two characters so that no folder grows without bound. */
export function evidenceFiles(folder: string): EvidenceStore {
  const folderOf = (id: string) => join(folder, id.slice(0, 2))
  const pathOf = (id: string) => join(folderOf(id), id)

  return {
    async write(id, sealed) {
      await mkdir(folderOf(id), { recursive: true })
      const unfinished = `${pathOf(id)}.part`
      try {
        const file = await open(unfinished, 'wx', 0o600)
        try {
          for await (const bytes of sealed) await file.write(bytes)
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
  }
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
