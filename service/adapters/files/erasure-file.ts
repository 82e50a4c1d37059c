import { readFile } from 'node:fs/promises'
import type { ErasureFile, ErasureList } from '../../keeping/retention/erasures.ts'
import { parseJson } from '../../shared/outbound.ts'
import { writeWhole } from './write-whole.ts'

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
