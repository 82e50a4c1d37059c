import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from '@hono/zod-openapi'
import { writeStream } from '../../adapters/files/evidence-files.ts'
import { erasureFile } from '../../adapters/files/kept-files.ts'
import { type BucketObjects, type BucketPlace, openObjects } from '../../adapters/s3/bucket.ts'
import { mergeErasures } from '../../keeping/retention/erasures.ts'
import { groupDigits, showProgress } from '../progress.ts'

/** Disks confirm several files in the time of one. */
const AT_ONCE = 8

/** Works on a few at a time. @throws the first error, once nothing is running any more */
export async function eachAtOnce<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]()
  let isOver = false
  const worker = async () => {
    for (let next = left.next(); !next.done && !isOver; next = left.next()) {
      try {
        await work(next.value)
      } catch (cause) {
        isOver = true
        throw cause
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

const exitCodes = {
  notEmpty: 10,
  notWhole: 11,
  damaged: 12,
  wrongKey: 13,
  newer: 14,
  erasures: 15,
  taken: 16,
} as const

/** Why a copy is refused, each reason with an exit code of its own. */
export class RefusedCopy extends Error {
  override readonly name = 'RefusedCopy'
  readonly exitCode: number

  constructor(why: keyof typeof exitCodes, sentence: string) {
    super(sentence)
    this.exitCode = exitCodes[why]
  }
}

/** The parts of a backup by their names in its folder. `sums` is in the form that `sha256sum -c` reads. */
export const parts = {
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  cases: 'aduan.db',
  secrets: 'keys/aduan.db',
  evidence: 'evidence',
} as const

/** What was erased for good; one list lies beside the backups, in a folder and in a bucket. */
export const ERASURES = 'erasures.json'

export const manifestSchema = z.object({
  format: z.literal(1),
  /** Earlier writes are in the backup, later ones are not. */
  pointOfRecovery: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  /** The version of the store; a program reads its own and earlier ones. */
  schema: z.number().int(),
  documents: z.record(z.string(), z.number().int()),
  evidence: z.object({ files: z.number().int(), bytes: z.number().int(), missing: z.array(z.string()) }),
  /** The list of sums has the SHA-256 of every other part. */
  sums: z.object({ files: z.number().int(), sha256: z.string() }),
  /** The newest signed head of each tenant's log; `verify-log --head` compares a log with it. */
  logHeads: z.record(z.string(), z.string()).optional(),
  masterKey: z.literal('not in this backup'),
})

export type Manifest = z.infer<typeof manifestSchema>

export type Sums = ReadonlyMap<string, string>

export const textOfSums = (sums: Sums): string =>
  [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join('')

/** Paths in a backup; none leads out of it. */
const pathInBackup = /^(evidence\/[\w-]{2}\/[\w-]+|(keys\/)?aduan\.db)$/

/** @throws Error for a line that does not belong there, such as a path that leads out of the folder */
export function readSums(text: string, allowed: RegExp = pathInBackup): Sums {
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [sha256 = '', path = ''] = line.split('  ')
      if (!/^[0-9a-f]{64}$/.test(sha256) || !allowed.test(path)) {
        throw new Error(`SHA256SUMS has a line that does not belong there: ${line.slice(0, 100)}`)
      }
      return [path, sha256] as const
    }),
  )
}

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
