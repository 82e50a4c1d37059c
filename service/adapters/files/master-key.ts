import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = 'master.key'

/**
 * The key file of a data folder, made on first use and readable by its owner alone. Whoever has it and the store can
 * open everything; whoever loses it can open nothing.
 * @throws Error with a sentence when the file is there but holds no key
 */
export async function masterKeyIn(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, NAME)
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`)
    await file.sync()
    await file.close()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    await chmod(path, 0o600)
  }
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
  if (key.length !== 32) throw new Error(`${path} does not hold a key of 32 bytes in base64. Put back the right file.`)
  return new Uint8Array(key)
}
