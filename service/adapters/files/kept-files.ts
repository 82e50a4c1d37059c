import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ErasureFile, ErasureList } from '../../keeping/retention/erasures.ts'
import { parseJson } from '../../shared/outbound.ts'
import { StoreFull } from '../../storage/collection.ts'
import type { MasterKeys } from '../../storage/vault.ts'

/** A disk quota that is reached is treated like a full disk. */
const fullCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

/** A full disk becomes its own error, and anything else stays as it is. */
export function writeFailure(cause: unknown): unknown {
  const isFull = cause instanceof Error && 'code' in cause && fullCodes.has(cause.code)
  return isFull ? new StoreFull('The disk is full: a file could not be written. Free some space.', { cause }) : cause
}

/** What is written gets this ending until it is whole. */
export const FRESH = '.new'

/** After a crash or on a full disk the file is the old or the new one, never a part. */
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

const NAME = 'master.key'
const KEY = 32

/**
 * The key file of a data folder, made on first use and readable by its owner alone. With it and the store everything
 * can be opened, and without it nothing. It has one key a line, the newest first.
 */
export async function masterKeyFile(folder: string): Promise<MasterKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, NAME)
  await makeOnce(path)

  async function read(): Promise<readonly [Uint8Array, ...Uint8Array[]]> {
    const lines = (await readFile(path, 'utf8')).trim().split(/\s+/)
    const [newest, ...before] = lines.map((line) => new Uint8Array(Buffer.from(line, 'base64')))
    if (!newest || [newest, ...before].some(({ length }) => length !== KEY)) {
      throw new Error(`${path} does not hold a key of ${KEY} bytes in base64. Put back the right file.`)
    }
    return [newest, ...before]
  }

  await read()
  return {
    read,
    renewal: {
      begin: async () => write(path, [new Uint8Array(randomBytes(KEY)), ...(await read())]),
      finish: async () => write(path, (await read()).slice(0, 1)),
    },
  }
}

const textOf = (keys: readonly Uint8Array[]): string =>
  keys.map((key) => `${Buffer.from(key).toString('base64')}\n`).join('')

/**
 * Several processes may start at once, and one may die: the file appears only with a whole key in it. Nothing is written
 * where it is there, so that on a full disk the store says what is wrong.
 */
async function makeOnce(path: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there && (there.mode & 0o777) === 0o600) return
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(textOf([randomBytes(KEY)]))
    await file.sync()
    await link(draft, path)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw writeFailure(cause)
    await chmod(path, 0o600)
  } finally {
    await file.close()
    await unlink(draft)
  }
}

/** There is always a file with every key in use; the bytes of the previous file are overwritten. */
async function write(path: string, keys: readonly Uint8Array[]): Promise<void> {
  const before = await open(path, 'r+')
  try {
    await writeWhole(path, textOf(keys))
    const { size } = await before.stat()
    await before.write(randomBytes(size), 0, size, 0)
    await before.sync()
  } finally {
    await before.close()
  }
}

export function erasureFile(path: string): ErasureFile {
  let last: Promise<unknown> = Promise.resolve()

  async function read(): Promise<ErasureList | null> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
      throw cause
    }
    const list = parseJson(text)
    if (!isList(list)) throw new Error(`${path} is no list of erasures. Put back the right file.`)
    return list
  }

  return {
    read,
    change(decide) {
      const changed = last.then(async () => {
        const known = await read()
        const list = await decide(known)
        if (list !== known) await writeWhole(path, `${JSON.stringify(list, null, 1)}\n`)
      })
      last = changed.catch(() => {})
      return changed
    },
  }
}

const isList = (value: unknown): value is ErasureList =>
  typeof value === 'object' &&
  value !== null &&
  'until' in value &&
  typeof value.until === 'string' &&
  'erasures' in value &&
  Array.isArray(value.erasures)
