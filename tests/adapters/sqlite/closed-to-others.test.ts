import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeToOthers, evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import { openStoreFile } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { aFolder } from '../../support/a-folder.ts'

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

async function modesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('aduan.'))
  return Promise.all(names.map(async (name) => `${name} ${await modeOf(join(folder, name))}`))
}

it('the store, its journals and its lock are their owner’s alone, also where an earlier version left them open', async () => {
  const folder = await aFolder()
  const first = await openStoreFile(folder)
  first.database.exec('INSERT INTO "aduan_probe" VALUES (1, 1)')
  const closed = await modesIn(folder)
  expect(closed.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['aduan.db', 'aduan.db-wal', 'aduan.lock']),
  )
  expect(closed.every((line) => line.endsWith(' 600'))).toBe(true)
  first.release()

  for (const name of ['aduan.db', 'aduan.lock']) await chmod(join(folder, name), 0o644)
  const again = await openStoreFile(folder)
  again.database.exec('INSERT INTO "aduan_probe" VALUES (2, 1)')
  expect((await modesIn(folder)).filter((line) => !line.endsWith(' 600'))).toEqual([])
  again.release()
})

it('the folder of evidence is its owner’s alone, also where an earlier version left it open', async () => {
  const folder = join(await aFolder(), 'evidence')
  await closeToOthers(folder)
  expect(await modeOf(folder)).toBe('700')
  const bytes = async function* () {
    yield new Uint8Array([1])
  }
  await evidenceFiles(folder).write('abcdef', bytes())
  expect(await modeOf(join(folder, 'ab'))).toBe('700')

  const open = join(await aFolder(), 'evidence')
  await mkdir(open, { mode: 0o755 })
  await writeFile(join(open, 'x'), '')
  await closeToOthers(open)
  expect(await modeOf(open)).toBe('700')
})
