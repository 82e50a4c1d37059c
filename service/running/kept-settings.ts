import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeWhole } from '../adapters/files/write-whole.ts'
import { parseJson } from '../shared/outbound.ts'
import type { Environment } from './read-settings.ts'

/** What the set-up in the browser may keep, under the names of the environment. */
export const keptNames = [
  'PUBLIC_URL',
  'TRUST_PROXY',
  'SMTP_URL',
  'MAIL_FROM',
  'SECURITY_CONTACT',
  'BACKUP_FOLDER',
  'BACKUP_S3_URL',
  'OPERATOR_EMAIL',
] as const
export type KeptSettings = Partial<Record<(typeof keptNames)[number], string>>

const FILE = 'settings.json'

const folderOf = (environment: Environment): string => resolve(environment.DATA_DIR?.trim() || './data')
const pathIn = (folder: string): string => join(folder, FILE)

/**
 * Adds what the set-up kept to what the environment does not say: the environment wins.
 * @throws Error with a sentence if the file cannot be read
 */
export async function withKeptSettings(environment: Environment): Promise<Environment> {
  const path = pathIn(folderOf(environment))
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (text === null) return environment
  const kept = parseJson(text)
  if (typeof kept !== 'object' || kept === null) throw new Error(`${path} cannot be read. Put it back, or set up anew.`)
  const given = Object.entries(environment).filter(([, value]) => value?.trim())
  const found = Object.entries(kept).filter(([name, value]) => isKept(name) && typeof value === 'string')
  return { ...Object.fromEntries(found), ...Object.fromEntries(given) }
}

const isKept = (name: string): boolean => keptNames.some((one) => one === name)

/** It holds the password of the mail account, and may hold the secret of a bucket, so its owner alone reads it; it appears only whole. */
export const keepSettings = (folder: string, settings: KeptSettings): Promise<void> =>
  writeWhole(pathIn(folder), `${JSON.stringify(settings, null, 2)}\n`)

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null

/**
 * Whether this is the first start of an installation that nobody has set up: in production, without an address, and
 * with nothing kept. Where there is a store or a file of settings there is never a set-up again.
 */
export async function needsSetUp(environment: Environment): Promise<boolean> {
  const given = (name: string) => Boolean(environment[name]?.trim())
  if (environment.NODE_ENV?.trim() !== 'production' || given('PUBLIC_URL') || given('MONGODB_URI')) return false
  const folder = folderOf(environment)
  const traces = [FILE, 'aduan.db', 'aduan.lock', 'master.key', 'keys']
  return !(await Promise.all(traces.map((name) => exists(join(folder, name))))).includes(true)
}
