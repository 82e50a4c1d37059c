import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aFolder } from '../../support/a-folder.ts'

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function* thatBreaks(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('setengah')
  throw new Error('cut')
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all).toString()
}

describe('the folder of evidence', () => {
  it('gives back what was put in, also after it was opened anew', async () => {
    const folder = await aFolder()
    await evidenceFiles(folder).write('abcdef', pieces('satu', 'dua', ''))
    expect(await textOf(evidenceFiles(folder).read('abcdef'))).toBe('satudua')
  })

  it('lets nobody but its owner read a file', async () => {
    const folder = await aFolder()
    await evidenceFiles(folder).write('abcdef', pieces('x'))
    const [path] = await filesIn(folder)
    expect((await stat(path!)).mode & 0o777).toBe(0o600)
  })

  it('keeps nothing of a file whose source breaks', async () => {
    const folder = await aFolder()
    await expect(evidenceFiles(folder).write('abcdef', thatBreaks())).rejects.toThrow('cut')
    expect(await filesIn(folder)).toEqual([])
  })

  it('removes a file, and minds none that is gone already', async () => {
    const folder = await aFolder()
    const store = evidenceFiles(folder)
    await store.write('abcdef', pieces('x'))
    await store.remove('abcdef')
    await store.remove('abcdef')
    expect(await filesIn(folder)).toEqual([])
  })

  it('fails to give what it does not have', async () => {
    await expect(textOf(evidenceFiles(await aFolder()).read('abcdef'))).rejects.toThrow()
  })
})

describe('while somebody copies the folder', () => {
  it('what is removed keeps its bytes under another name, and goes when the copy is there', async () => {
    const folder = await aFolder()
    const evidence = evidenceFiles(folder)
    for (const id of ['aa1', 'aa2']) await evidence.write(id, pieces(id))
    const [one, other] = [evidence.keepRemoved(), evidence.keepRemoved()]
    await evidence.remove('aa1')
    await evidence.remove('never-there')
    expect((await filesIn(folder)).sort()).toEqual([join(folder, 'aa/aa1.removed'), join(folder, 'aa/aa2')])
    await one.release()
    expect(await filesIn(folder)).toHaveLength(2)
    await other.release()
    expect(await filesIn(folder)).toEqual([join(folder, 'aa/aa2')])
    await evidence.remove('aa2')
    expect(await filesIn(folder)).toEqual([])
  })

  it('what a killed process kept goes a day later', async () => {
    const folder = await aFolder()
    const killed = evidenceFiles(folder)
    await killed.write('aa1', pieces('satu'))
    killed.keepRemoved()
    await killed.remove('aa1')
    await evidenceFiles(folder).forgetUnfinished('2999-01-01T00:00:00.000Z' as Instant)
    expect(await filesIn(folder)).toEqual([])
  })
})
