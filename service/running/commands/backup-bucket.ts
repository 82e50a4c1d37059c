import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeStream } from '../../adapters/files/copy-file.ts'
import { erasureFile } from '../../adapters/files/erasure-file.ts'
import { type BucketObjects, openObjects } from '../../adapters/s3/bucket-objects.ts'
import type { BucketPlace } from '../../adapters/s3/talk-to-bucket.ts'
import { mergeErasures } from '../../keeping/retention/erasures.ts'
import { groupDigits, showProgress } from '../progress.ts'
import { eachAtOnce } from './each-at-once.ts'
import { ERASURES, parts, readSums, type Sums } from './manifest.ts'
import { RefusedCopy } from './refused-copy.ts'

/** Backups in a bucket, each below its name with the paths that it has in a folder. */
export interface BackupBucket {
  has(name: string): Promise<boolean>
  /** Copies a whole backup there. The manifest comes last, so what has one is whole. */
  send(folder: string, name: string, signal: AbortSignal): Promise<void>
  /**
   * Fetches a backup and the list of erasures beside it.
   * @param folder to which it becomes; its parent takes the list
   * @throws RefusedCopy if there is none, or it names paths that lead out of it
   */
  fetch(name: string, folder: string, signal: AbortSignal): Promise<void>
}

/** @throws Error with a sentence for the operator if the bucket does not exist or refuses the keys */
export async function openBackupBucket(place: BucketPlace): Promise<BackupBucket> {
  const bucket = await openObjects(place, 'BACKUP_S3_URL')
  const has = (name: string) => isThere(bucket, `${name}/${parts.manifest}`)

  return {
    has,

    async send(folder, name, signal) {
      const sums = await readSumsIn(folder)
      const progress = showProgress('Sent', sums.size, { amount: (value) => `${groupDigits(value)} files` })
      const send = (path: string) => bucket.write(`${name}/${path}`, createReadStream(join(folder, path), { signal }))
      await eachAtOnce(sums, async ([path]) => {
        await send(path)
        progress.add(1)
      })
      progress.end()
      await mergeErasuresInto(bucket, dirname(folder), signal)
      await send(parts.sums)
      await send(parts.manifest)
    },

    async fetch(name, folder, signal) {
      if (!(await has(name))) throw new RefusedCopy('notWhole', `There is no whole backup ${name} in ${place.url}.`)
      const take = (key: string, to: string) => writeStream(to, bucket.read(key), { signal, onBytes() {} })
      await take(`${name}/${parts.sums}`, join(folder, parts.sums))
      const sums = await readSumsIn(folder)
      const progress = showProgress('Fetched', sums.size, { amount: (value) => `${groupDigits(value)} files` })
      await eachAtOnce(sums, async ([path]) => {
        await take(`${name}/${path}`, join(folder, path))
        progress.add(1)
      })
      progress.end()
      await take(ERASURES, join(dirname(folder), ERASURES)).catch(unlessAbsent)
      await take(`${name}/${parts.manifest}`, join(folder, parts.manifest))
    },
  }
}

const readSumsIn = async (folder: string): Promise<Sums> => readSums(await readFile(join(folder, parts.sums), 'utf8'))

async function isThere(bucket: BucketObjects, key: string): Promise<boolean> {
  try {
    for await (const _ of bucket.read(key)) break
    return true
  } catch (cause) {
    unlessAbsent(cause)
    return false
  }
}

function unlessAbsent(cause: unknown): void {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
}

/** What was erased since an older backup must be known beside it, so the two lists become one, here and there. */
async function mergeErasuresInto(bucket: BucketObjects, folder: string, signal: AbortSignal): Promise<void> {
  const beside = join(folder, ERASURES)
  const fetched = `${beside}.fetched`
  await writeStream(fetched, bucket.read(ERASURES), { signal, onBytes() {} }).catch(unlessAbsent)
  const there = await erasureFile(fetched).read()
  await rm(fetched, { force: true })
  const list = erasureFile(beside)
  if (there) await list.change(async (known) => mergeErasures(known, there))
  if (!(await list.read())) return
  await bucket.write(ERASURES, createReadStream(beside, { signal }))
}
