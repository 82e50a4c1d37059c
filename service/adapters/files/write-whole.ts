import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFailure } from './full-disk.ts'

/** What is written gets this ending until it is whole. */
export const FRESH = '.new'

/** After a crash or on a full disk the file is the old or the new one, never a part. @throws StoreFull */
export async function writeWhole(path: string, text: string): Promise<void> {
  const fresh = `${path}${FRESH}`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(fresh, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } catch (cause) {
    await rm(fresh, { force: true })
    throw writeFailure(cause)
  }
  await syncFolder(dirname(path))
}

/** Without it a power cut can lose a new name although the bytes are on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
