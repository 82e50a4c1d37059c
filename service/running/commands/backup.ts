import { createHash } from 'node:crypto'
import { appendFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyFile, evidencePath, hashOfFile, REMOVED } from '../../adapters/files/evidence-files.ts'
import { erasureFile, syncFolder, writeWhole } from '../../adapters/files/kept-files.ts'
import { openSnapshot, openStoreMoment, type Snapshot } from '../../adapters/sqlite/open-sqlite-store.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import { filesNamedIn, mustBeThere } from '../../filing/evidence/shares.ts'
import { mergeErasures } from '../../keeping/retention/erasures.ts'
import { type LogHead, logHeadSpec } from '../../offices/log/access-log.ts'
import type { Kept } from '../../storage/collection.ts'
import { FIRST_SCHEMA, type SchemaVersion, schemaSpec } from '../../storage/migrations.ts'
import type { Config } from '../config.ts'
import { groupDigits, megabytes, showProgress, stoppedByCtrlC } from '../progress.ts'
import { type AskedToStandStill, askToStandStill, type StandingStill } from '../store.ts'
import { ERASURES, eachAtOnce, type Manifest, openBackupBucket, parts, type Sums, textOfSums } from './copies.ts'

/** A value of `nice`. */
const BEHIND_OTHERS = 5

/** It has one line of log heads per backup. */
const LOG_HEADS = 'log-heads.jsonl'

export const UNFINISHED = '.unfinished'

/** Where a backup that goes to a bucket is made first, in the data folder. */
const ON_ITS_WAY = 'backup-on-its-way'

/**
 * `backup <folder>` works while the service runs and while it is stopped. After an interruption the same command
 * continues. Without a folder it makes today's where the settings say.
 */
export async function backupCommand(parameters: string[], config: Config): Promise<string> {
  const { positionals } = parseArgs({ args: parameters, allowPositionals: true })
  if (config.mongoUri)
    throw new Error('With MONGODB_URI, back up MongoDB with its own tools, and the folder of DATA_DIR beside it.')
  const [folder] = positionals
  if (positionals.length === 1 && folder) return copyAway(resolve(folder), config)
  if (positionals.length > 1 || !(config.backupFolder || config.backupS3))
    throw new Error('Say where to: aduan backup <folder that is not there yet>, or set BACKUP_FOLDER or BACKUP_S3_URL.')
  return keepBackup(new Date().toISOString().slice(0, 10), config)
}

/**
 * Makes a backup of this name where the settings say: in `BACKUP_FOLDER`, in the bucket of `BACKUP_S3_URL`, or both.
 */
export async function keepBackup(name: string, config: Config): Promise<string> {
  const { backupFolder, backupS3, dataFolder } = config
  const folder = join(backupFolder ? resolve(backupFolder) : join(dataFolder, ON_ITS_WAY), name)
  if (!backupS3) return copyAway(folder, config)
  // A bucket that cannot be reached is found before anything is copied.
  const bucket = await openBackupBucket(backupS3)
  if (await bucket.has(name)) throw new Error(`${backupS3.url} has a backup ${name} already.`)
  if (!backupFolder) await removeOlder(dirname(folder), name)
  // One that was not sent to its end is sent anew.
  const summary = (await isThere(folder)) ? `Backup: ${folder}\n` : await copyAway(folder, config)
  await bucket.send(folder, name, stoppedByCtrlC())
  if (!backupFolder) await rm(folder, { recursive: true })
  return `${summary}  sent to     ${backupS3.url}/${name}${backupFolder ? '' : ', and removed here'}\n`
}

/** Those of earlier days that never reached the bucket give way: they would fill the disk of the data. */
async function removeOlder(folder: string, name: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((one) => one.isDirectory() && !one.name.startsWith(name)))
    await rm(join(folder, entry.name), { recursive: true })
}

async function copyAway(target: string, config: Config): Promise<string> {
  if (await isThere(target)) throw new Error(`${target} is there already. Name a folder that is not.`)
  const signal = stoppedByCtrlC()
  const unfinished = `${target}${UNFINISHED}`
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  // Evidence that an earlier try copied stays; a store cannot be continued, and its journal must not go into the new
  // copy.
  for (const part of await readdir(unfinished)) {
    if (part !== parts.evidence) await rm(join(unfinished, part), { recursive: true })
  }
  const store = await askToStandStill(config)
  try {
    const still = await copyStores(config.dataFolder, unfinished, store, signal)
    const inside = await readInside(unfinished, signal)
    const evidence = config.evidenceS3
      ? notCopied
      : await copyEvidence(join(config.dataFolder, 'evidence'), unfinished, inside.files, signal)
    await store.done()
    const sums = new Map([...Object.entries(inside.hashes), ...evidence.sums])
    const manifest = await writeManifest(unfinished, still, { ...inside, ...evidence, sums })
    await rename(unfinished, target)
    await syncFolder(dirname(target))
    await keepErasures(config.erasuresFile, target)
    await keepLogHeads(manifest, target)
    if (evidence.missing.length > 0) process.exitCode = 3
    return summaryOf(target, manifest, config)
  } finally {
    store.end()
  }
}

/** Copies both stores as of the same moment. Nobody writes while it begins, and everybody while it copies. */
async function copyStores(
  dataFolder: string,
  folder: string,
  store: AskedToStandStill,
  signal: AbortSignal,
): Promise<StandingStill> {
  const stores = [parts.cases, parts.secrets]
  const moments = await Promise.all(stores.map((part) => openStoreMoment(join(dataFolder, part))))
  try {
    const still = await store.begin()
    for (const moment of moments) moment.begin()
    await store.moveOn()
    // From here on people who file get the processor first.
    setPriority(BEHIND_OTHERS)
    for (const [at, part] of stores.entries()) {
      const { size } = await stat(join(dataFolder, part))
      const progress = showProgress('Store', size, { amount: megabytes })
      let shown = 0
      await moments[at]?.copyTo(join(folder, part), signal, (share) => {
        progress.add(share * size - shown)
        shown = share * size
      })
      progress.end()
    }
    return still
  } finally {
    for (const moment of moments) moment.end()
  }
}

interface Inside {
  readonly documents: Record<string, number>
  readonly schema: number
  /** By tenant, the signature of the newest head of its log. */
  readonly logHeads: Readonly<Record<string, string>>
  readonly hashes: Readonly<Record<string, string>>
  /** By id of a sealed file, whether it must exist. */
  readonly files: ReadonlyMap<string, boolean>
}

/** It reads the copies, so that the service can continue. */
async function readInside(folder: string, signal: AbortSignal): Promise<Inside> {
  const documents: Record<string, number> = {}
  const files = new Map<string, boolean>()
  const hashes: Record<string, string> = {}
  const newest = new Map<string, LogHead>()
  let schema = FIRST_SCHEMA
  for (const part of [parts.secrets, parts.cases]) {
    const snapshot = await openSnapshot(join(folder, part))
    try {
      for (const collection of snapshot.collections) {
        signal.throwIfAborted()
        documents[collection] = (documents[collection] ?? 0) + snapshot.count(collection)
        if (collection === logHeadSpec.name) {
          for (const document of snapshot.documents(collection)) keepNewest(newest, document as LogHead)
        }
        const filesOf = filesNamedIn[collection]
        const mustBe = mustBeThere(collection)
        if (!filesOf) continue
        for (const document of snapshot.documents(collection)) {
          for (const id of filesOf(document as Kept)) files.set(id, files.get(id) || mustBe)
        }
      }
      schema = Math.max(schema, schemaIn(snapshot))
    } finally {
      snapshot.close()
    }
    hashes[part] = await syncedHash(join(folder, part), signal)
  }
  const logHeads = Object.fromEntries([...newest].map(([unit, { signature }]) => [unit, signature]))
  return { documents, schema, logHeads, hashes, files }
}

function keepNewest(newest: Map<string, LogHead>, head: LogHead): void {
  const known = newest.get(head.tenant)
  if (!known || head.id > known.id) newest.set(head.tenant, head)
}

const schemaIn = (snapshot: Snapshot): number =>
  snapshot.collections.includes(schemaSpec.name)
    ? [...snapshot.documents(schemaSpec.name)].reduce<number>(
        (highest, one) => Math.max(highest, (one as SchemaVersion).number),
        FIRST_SCHEMA,
      )
    : FIRST_SCHEMA

interface CopiedEvidence {
  readonly sums: Sums
  readonly bytes: number
  readonly missing: readonly string[]
}

/** Evidence in a bucket, which keeps its own copies. */
const notCopied: CopiedEvidence = { sums: new Map(), bytes: 0, missing: [] }

/** A file that an earlier try copied whole is not copied again. */
async function copyEvidence(
  from: string,
  folder: string,
  files: Inside['files'],
  signal: AbortSignal,
): Promise<CopiedEvidence> {
  const sums = new Map<string, string>()
  const missing: string[] = []
  let bytes = 0
  const progress = showProgress('Evidence', files.size, { amount: (value) => `${groupDigits(value)} files` })
  await eachAtOnce(files, async ([id, mustBe]) => {
    signal.throwIfAborted()
    const path = evidencePath(id)
    const target = join(folder, parts.evidence, path)
    if (!(await isThere(target))) {
      const sizes = { signal, onBytes() {} }
      const source = join(from, path)
      const isCopied =
        (await unlessAbsent(copyFile(source, target, sizes))) ||
        (await unlessAbsent(copyFile(`${source}${REMOVED}`, target, sizes)))
      if (!isCopied) {
        if (mustBe) missing.push(id)
        return
      }
    }
    sums.set(`${parts.evidence}/${path}`, (await hashOfFile(target, signal)) ?? '')
    bytes += (await stat(target)).size
    progress.add(1)
  })
  progress.end()
  return { sums, bytes, missing }
}

async function writeManifest(
  folder: string,
  { at }: StandingStill,
  { documents, schema, logHeads, bytes, missing, sums }: Omit<Inside, 'files' | 'hashes'> & CopiedEvidence,
): Promise<Manifest> {
  const text = textOfSums(sums)
  const manifest: Manifest = {
    format: 1,
    pointOfRecovery: at,
    madeAt: new Date().toISOString(),
    schema,
    documents,
    evidence: { files: sums.size - 2, bytes, missing: [...missing] },
    sums: { files: sums.size, sha256: createHash('sha256').update(text).digest('hex') },
    logHeads,
    masterKey: 'not in this backup',
  }
  await writeWhole(join(folder, parts.sums), text)
  await writeWhole(join(folder, parts.manifest), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** One list of erasures lies beside the backups, because restoring an older one needs it. */
async function keepErasures(from: string, target: string): Promise<void> {
  const list = await erasureFile(from).read()
  if (list) await erasureFile(join(dirname(target), ERASURES)).change(async (known) => mergeErasures(known, list))
}

/** Adds the log heads to a list beside the backups, which outlives backups that are thrown away. */
async function keepLogHeads({ pointOfRecovery, logHeads = {} }: Manifest, target: string): Promise<void> {
  const line = JSON.stringify({ pointOfRecovery, logHeads })
  await appendFile(join(dirname(target), LOG_HEADS), `${line}\n`, { mode: 0o600 })
}

const summaryOf = (
  target: string,
  { pointOfRecovery, documents, evidence }: Manifest,
  { evidenceS3 }: Config,
): string => `Backup: ${target}
  as of       ${pointOfRecovery}; what was written later is not in it
  holds       ${groupDigits(documents[complaintSpec.name] ?? 0)} cases, ${evidenceS3 ? '' : `${groupDigits(evidence.files)} sealed files (${megabytes(evidence.bytes)}), `}the secrets of units wrapped by the master key
  holds not   the master key, nor settings from the environment: keep both elsewhere
${evidenceS3 ? `  holds not   the evidence: it lies in ${evidenceS3.url}. Let that bucket keep old versions for as long as you keep backups\n` : ''}  beside it   ${ERASURES}: what was erased for good; a restore needs it
              ${LOG_HEADS}: signed heads of the logs, for verify-log --head
${evidence.missing.length > 0 ? `NOT WHOLE: ${groupDigits(evidence.missing.length)} files that cases name are not in the data folder; manifest.json lists them.\n` : ''}`

async function syncedHash(path: string, signal: AbortSignal): Promise<string> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
  return (await hashOfFile(path, signal)) ?? ''
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** @returns whether it existed */
async function unlessAbsent(doing: Promise<void>): Promise<boolean> {
  try {
    await doing
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false
    throw cause
  }
}
