import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyFile, hashOfFile } from '../../adapters/files/evidence-files.ts'
import { erasureFile, FRESH, writeWhole } from '../../adapters/files/kept-files.ts'
import { STORE_LOCK } from '../../adapters/sqlite/open-sqlite-store.ts'
import { type ErasureList, mergeErasures } from '../../keeping/retention/erasures.ts'
import { instantOf } from '../../shared/instant.ts'
import { parseJson } from '../../shared/outbound.ts'
import { SCHEMA } from '../../storage/migrations.ts'
import type { Config } from '../config.ts'
import type { Opened } from '../open-ports.ts'
import { groupDigits, showProgress, stoppedByCtrlC } from '../progress.ts'
import { MARKER } from '../start-service.ts'
import { UNFINISHED } from './backup.ts'
import {
  ERASURES,
  eachAtOnce,
  type Manifest,
  manifestSchema,
  openBackupBucket,
  parts,
  RefusedCopy,
  readSums,
  type Sums,
} from './copies.ts'
import { takeUp } from './take-up.ts'

const options = { erasures: { type: 'string' }, 'without-erasures': { type: 'boolean' } } as const

/** These may exist before; the operator puts the key there first. */
const mayBeThere = ['master.key', ERASURES, MARKER, `${MARKER}${FRESH}`]

/** `s3:2026-11-29`, a backup in the bucket of BACKUP_S3_URL. */
const inBucket = /^s3:([\w-][\w.-]*)$/

/**
 * `restore <backup>`: fills an empty DATA_DIR and checks every byte. After an interruption the same command
 * continues. A backup in a bucket is fetched beside DATA_DIR first, and what was fetched is removed in the end.
 */
export async function restoreCommand(
  parameters: string[],
  config: Config,
  open: (config: Config) => Promise<Opened>,
): Promise<string> {
  const [, name] = inBucket.exec(parameters[0] ?? '') ?? []
  if (!name) return restoreFolder(parameters, config, open)
  if (!config.backupS3) throw new Error('Set BACKUP_S3_URL, the bucket with the backup.')
  const fetched = fetchedBeside(config.dataFolder)
  const bucket = await openBackupBucket(config.backupS3)
  await bucket.fetch(name, join(fetched, name), stoppedByCtrlC())
  const summary = await restoreFolder([join(fetched, name), ...parameters.slice(1)], config, open)
  await rm(fetched, { recursive: true })
  return summary
}

const fetchedBeside = (folder: string): string => `${folder}.fetched`

async function restoreFolder(
  parameters: string[],
  config: Config,
  open: (config: Config) => Promise<Opened>,
): Promise<string> {
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  if (positionals.length !== 1) throw new Error('Say which: aduan restore <folder of the backup>.')
  if (config.mongoUri)
    throw new Error(
      'A backup is restored into the embedded store. Leave MONGODB_URI out; move units with export-tenant.',
    )
  const from = resolve(positionals[0] ?? '')
  const folder = config.dataFolder
  const { manifest, sums } = await readBackup(from)
  await refuseUnlessEmpty(folder, manifest)
  await refuseWithoutKey(config)
  const erasures = await knownErasures(config, from, values.erasures)
  if (!erasures && !values['without-erasures']) {
    throw new RefusedCopy(
      'erasures',
      `There is no list of what was erased since ${manifest.pointOfRecovery}: it lies beside the backups as ${ERASURES}. ` +
        'Give it with --erasures <file>; or say --without-erasures, and identities and cases that were erased since are back.',
    )
  }
  const signal = stoppedByCtrlC()
  await writeWhole(join(folder, MARKER), `${JSON.stringify({ from, sums: manifest.sums.sha256 })}\n`)
  try {
    await copyParts(from, folder, sums, signal)
    const opened = await openRestored(config, open)
    try {
      return await finish(opened, { from, folder, manifest, erasures, signal })
    } finally {
      await opened.close()
    }
  } catch (cause) {
    if (cause instanceof RefusedCopy) await clear(folder)
    throw cause
  }
}

async function readBackup(from: string): Promise<{ readonly manifest: Manifest; readonly sums: Sums }> {
  const text = await readFile(join(from, parts.manifest), 'utf8').catch(() => null)
  if (text === null || from.endsWith(UNFINISHED)) {
    throw new RefusedCopy('notWhole', `${from} is no whole backup: it was not finished, or is none of ours.`)
  }
  const manifest = manifestSchema.safeParse(parseJson(text))
  const list = await readFile(join(from, parts.sums), 'utf8').catch(() => '')
  const isItsOwn = manifest.success && createHash('sha256').update(list).digest('hex') === manifest.data.sums.sha256
  if (!isItsOwn)
    throw new RefusedCopy('damaged', `${from} is damaged: ${parts.manifest} and ${parts.sums} do not fit each other.`)
  if (manifest.data.schema > SCHEMA) {
    throw new RefusedCopy(
      'newer',
      `${from} was made by a newer version of this program (schema ${manifest.data.schema}, here ${SCHEMA}). Install that version or a later one.`,
    )
  }
  return { manifest: manifest.data, sums: readSums(list) }
}

async function refuseUnlessEmpty(folder: string, { sums }: Manifest): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = await readdir(folder)
  const marker = await readFile(join(folder, MARKER), 'utf8').catch(() => null)
  const isOurs = marker !== null && (JSON.parse(marker) as { readonly sums: string }).sums === sums.sha256
  if (isOurs || names.every((name) => name !== MARKER && mayBeThere.includes(name))) return
  throw new RefusedCopy('notEmpty', `${folder} is not empty. Name an empty folder as DATA_DIR; nothing was touched.`)
}

export async function refuseWithoutKey({ masterKey, dataFolder }: Config): Promise<void> {
  if (masterKey || (await stat(join(dataFolder, 'master.key')).catch(() => null))) return
  throw new RefusedCopy(
    'wrongKey',
    `The master key is not in a backup. Put the file master.key of then into ${dataFolder}, or give it as MASTER_KEY.`,
  )
}

async function knownErasures(
  { erasuresFile }: Config,
  from: string,
  given: string | undefined,
): Promise<ErasureList | null> {
  let known: ErasureList | null = null
  const places = [erasuresFile, join(dirname(from), ERASURES), ...(given ? [resolve(given)] : [])]
  for (const place of places) {
    const list = await erasureFile(place).read()
    if (list) known = mergeErasures(known, list)
    else if (given && place === resolve(given)) throw new Error(`${given} is not there.`)
  }
  return known
}

/** A part that exists with the right sum is not copied again. */
async function copyParts(from: string, folder: string, sums: Sums, signal: AbortSignal): Promise<void> {
  // An earlier try may have opened its copy; its journal must not apply to this one.
  for (const part of [parts.cases, parts.secrets]) {
    for (const end of ['-wal', '-shm']) await rm(join(folder, `${part}${end}`), { force: true })
  }
  const progress = showProgress('Copied and checked', sums.size, { amount: (value) => `${groupDigits(value)} files` })
  await eachAtOnce(sums, async ([path, sum]) => {
    signal.throwIfAborted()
    await copyPart(from, folder, path, sum, signal)
    progress.add(1)
  })
  progress.end()
}

async function copyPart(from: string, folder: string, path: string, sum: string, signal: AbortSignal): Promise<void> {
  const target = join(folder, path)
  if ((await hashOfFile(target, signal)) === sum) return
  const source = join(from, path)
  if (!(await stat(source).catch(() => null))) throw refuseDamaged(from, `${path} is missing`)
  await copyFile(source, target, { signal, onBytes() {} })
  if ((await hashOfFile(target, signal)) !== sum) throw refuseDamaged(from, `${path} is not as it was written`)
}

const refuseDamaged = (from: string, how: string) =>
  new RefusedCopy('damaged', `${from} is damaged: ${how}. Nothing was restored.`)

async function openRestored(config: Config, open: (config: Config) => Promise<Opened>): Promise<Opened> {
  try {
    return await open(config)
  } catch (cause) {
    if (cause instanceof Error && /master key/i.test(cause.message)) throw new RefusedCopy('wrongKey', cause.message)
    throw cause
  }
}

interface Restoring {
  readonly from: string
  readonly folder: string
  readonly manifest: Manifest
  readonly erasures: ErasureList | null
  readonly signal: AbortSignal
}

async function finish(opened: Opened, { from, folder, manifest, erasures, signal }: Restoring): Promise<string> {
  const asOf = instantOf(new Date(manifest.pointOfRecovery))
  const lines = await takeUp(opened, { asOf, erasures, signal })
  const isNoted = dirname(from) !== fetchedBeside(folder) && (await noteBeside(from, opened))
  await rm(join(folder, MARKER))
  return `Restored as of ${asOf}. What was written later is lost.
${lines}  ${groupDigits(manifest.sums.files)} files are as they were, bit for bit
${isNoted ? '' : '  MAKE A NEW BACKUP NOW: restored again, this one would give the same numbers again\n'}`
}

/** Notes beside the backup which numbers are left out for the next who restores it. */
async function noteBeside(from: string, { ports }: Opened): Promise<boolean> {
  const beside = erasureFile(join(dirname(from), ERASURES))
  try {
    const [list, there] = [await ports.erasureFile.read(), await beside.read()]
    if (!list || !there) return false
    await beside.change(async (known) => mergeErasures(known, list))
    return true
  } catch {
    // Backups may lie where nobody can write.
    return false
  }
}

/** Removes what this command wrote; a key that was there before stays. */
async function clear(folder: string): Promise<void> {
  const names = [
    ...['', '-wal', '-shm'].map((end) => `${parts.cases}${end}`),
    STORE_LOCK,
    dirname(parts.secrets),
    parts.evidence,
  ]
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
  await rm(join(folder, MARKER), { force: true })
}
