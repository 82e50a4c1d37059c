import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { erasureFile, FRESH, writeWhole } from '../../adapters/files/kept-files.ts'
import { STORE_LOCK } from '../../adapters/sqlite/open-sqlite-store.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import { filesNamedIn } from '../../filing/evidence/shares.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Config } from '../config.ts'
import type { Opened } from '../open-ports.ts'
import { groupDigits, showProgress, stoppedByCtrlC } from '../progress.ts'
import { MARKER } from '../start-service.ts'
import { ERASURES, eachAtOnce, parts, RefusedCopy } from './copies.ts'
import { refuseWithoutKey } from './restore.ts'
import { takeUp } from './take-up.ts'

const options = { of: { type: 'string' } } as const

/** These may exist before: the operator puts key, erasures and evidence there. */
const mayBeThere = ['master.key', ERASURES, parts.evidence, MARKER, `${MARKER}${FRESH}`]

const PAGE = 500

/**
 * `recover <litestream.yml> [--of <folder>]`: fills an empty DATA_DIR from where Litestream followed the stores to, and
 * checks that the evidence is there. `--of` is the folder in that file if it is another than DATA_DIR. After an
 * interruption the same command begins again.
 *
 * `recover mongodb`: makes a database fit to go on with that `mongorestore` put back.
 */
export async function recoverCommand(
  parameters: string[],
  config: Config,
  open: (config: Config) => Promise<Opened>,
): Promise<string> {
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  if (positionals.length !== 1) throw new Error('Say which: aduan recover <configuration of Litestream>, or mongodb.')
  if (config.mongoUri) return recoverMongo(positionals[0] ?? '', config, open)
  const followed = resolve(positionals[0] ?? '')
  const folder = config.dataFolder
  const signal = stoppedByCtrlC()
  await refuseUnlessEmpty(folder)
  await refuseWithoutKey(config)
  await writeWhole(join(folder, MARKER), `${JSON.stringify({ command: 'recover', from: followed })}\n`)
  await clear(folder)
  for (const part of [parts.cases, parts.secrets]) {
    await mkdir(dirname(join(folder, part)), { recursive: true, mode: 0o700 })
    await fetchStore(followed, join(resolve(values.of ?? folder), part), join(folder, part), signal)
  }
  const lines = await takeUpNewest(config, open, signal)
  await rm(join(folder, MARKER))
  return lines
}

async function recoverMongo(what: string, config: Config, open: (config: Config) => Promise<Opened>): Promise<string> {
  if (what !== 'mongodb')
    throw new Error('Litestream follows the embedded store. Leave MONGODB_URI out, or say: aduan recover mongodb.')
  await refuseWithoutKey(config)
  return takeUpNewest(config, open, stoppedByCtrlC())
}

/** @returns lines for the operator */
async function takeUpNewest(
  config: Config,
  open: (config: Config) => Promise<Opened>,
  signal: AbortSignal,
): Promise<string> {
  const opened = await open(config)
  try {
    const asOf = await newestMoment(opened)
    const evidence = await checkEvidence(opened, signal)
    const lines = await takeUp(opened, { asOf, erasures: await erasureFile(config.erasuresFile).read(), signal })
    return `Recovered as of ${asOf}. What was written later is lost.
${lines}${evidence}`
  } finally {
    await opened.close()
  }
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = await readdir(folder)
  const isOurs = (await readFile(join(folder, MARKER), 'utf8').catch(() => '')).includes('"recover"')
  if (isOurs || names.every((name) => name !== MARKER && mayBeThere.includes(name))) return
  throw new RefusedCopy('notEmpty', `${folder} is not empty. Name an empty folder as DATA_DIR; nothing was touched.`)
}

/** An earlier try may have left stores behind. */
async function clear(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(parts.cases))
  for (const name of [...left, STORE_LOCK, dirname(parts.secrets)]) {
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Litestream itself puts the store together and checks it. */
async function fetchStore(followed: string, path: string, target: string, signal: AbortSignal): Promise<void> {
  try {
    await promisify(execFile)('litestream', ['restore', '-config', followed, '-o', target, path], { signal })
  } catch (cause) {
    const answered = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim().split('\n').at(-1) : ''
    throw new Error(
      `litestream could not restore ${path}: ${answered || (cause instanceof Error ? cause.message : cause)}`,
      {
        cause,
      },
    )
  }
}

/** Each act of people or tasks is in the log of a unit; only filings are not. */
async function newestMoment({ ports }: Opened): Promise<Instant> {
  const moments: Instant[] = []
  for (const { id } of await ports.tenants.list()) {
    const [log, cases] = await Promise.all([
      ports.accessLog.find(id, { index: 'place', order: 'descending', limit: 1 }),
      ports.complaints.list(id, { index: 'received', order: 'descending', limit: 1 }),
    ])
    moments.push(...log.items.map(({ at }) => at), ...cases.items.map(({ receivedAt }) => receivedAt))
  }
  const newest = moments.sort().at(-1)
  if (!newest) throw new Error('There is no unit in what was restored.')
  return newest
}

async function checkEvidence({ ports, store }: Opened, signal: AbortSignal): Promise<string> {
  const kept = await store.collection(complaintSpec)
  const missing = new Set<string>()
  let files = 0
  for (const { id } of await ports.tenants.list()) {
    const progress = showProgress('Evidence', 0, { amount: (value) => `${groupDigits(value)} files` })
    for (let after: string | null = null; ; ) {
      const cases = await kept.walk(id, after, PAGE)
      signal.throwIfAborted()
      const named = cases.flatMap((one) =>
        (filesNamedIn[complaintSpec.name]?.(one) ?? []).map((file) => [one.id, file] as const),
      )
      await eachAtOnce(named, async ([number, file]) => {
        if (!(await isThere(ports, file))) missing.add(number)
      })
      files += named.length
      progress.add(named.length)
      after = cases.at(-1)?.id ?? null
      if (after === null) break
    }
    progress.end()
  }
  if (missing.size === 0) return `  ${groupDigits(files)} files of evidence are there\n`
  process.exitCode = 3
  return `  EVIDENCE IS MISSING in ${groupDigits(missing.size)} cases: ${[...missing].slice(0, 20).join(', ')}\n`
}

async function isThere({ evidenceStore }: Opened['ports'], file: string): Promise<boolean> {
  try {
    for await (const _ of evidenceStore.read(file, { from: 0, to: 0 })) return true
    return false
  } catch {
    return false
  }
}
