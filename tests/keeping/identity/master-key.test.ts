import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { masterKeyFile } from '../../../service/adapters/files/kept-files.ts'
import { aFolder } from '../../support/a-folder.ts'

const masterKeyIn = async (folder: string) => (await (await masterKeyFile(folder)).read())[0]

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('the key file', () => {
  it('is made on first use: 32 bytes of chance, for its owner’s eyes alone, in a folder of the same kind', async () => {
    const folder = join(await aFolder(), 'data')
    const key = await masterKeyIn(folder)
    expect(key).toHaveLength(32)
    expect(await modeOf(join(folder, 'master.key'))).toBe(0o600)
    expect(await modeOf(folder)).toBe(0o700)
    expect(await masterKeyIn(await aFolder())).not.toEqual(key)
  })

  it('is the same ever after', async () => {
    const folder = await aFolder()
    expect(await masterKeyIn(folder)).toEqual(await masterKeyIn(folder))
  })

  it('is one for all processes that begin at once, and leaves nothing beside it', async () => {
    const folder = await aFolder()
    const [one, ...others] = await Promise.all(Array.from({ length: 12 }, () => masterKeyIn(folder)))
    for (const other of others) expect(other).toEqual(one)
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  it('is closed again to others when somebody opened it', async () => {
    const folder = await aFolder()
    await masterKeyIn(folder)
    await chmod(join(folder, 'master.key'), 0o644)
    await masterKeyIn(folder)
    expect(await modeOf(join(folder, 'master.key'))).toBe(0o600)
  })

  it.each(['', 'bukan kunci', 'cGVuZGVr'])(
    'that holds %j is refused with a sentence, and left as it is',
    async (content) => {
      const folder = await aFolder()
      const path = join(folder, 'master.key')
      await writeFile(path, content)
      await expect(masterKeyIn(folder)).rejects.toThrow(/does not hold a key of 32 bytes/)
      expect(await readFile(path, 'utf8')).toBe(content)
    },
  )
})
