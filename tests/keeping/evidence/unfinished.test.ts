import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aFolder } from '../../support/a-folder.ts'

const yesterday = '2026-11-24T03:00:00.000Z' as Instant

it('what a killed upload left is forgotten after a day, and nothing else is', async () => {
  const folder = await aFolder()
  const files = evidenceFiles(folder)
  await mkdir(join(folder, 'ab'))
  for (const name of ['abc.part', 'abd.part', 'abe']) await writeFile(join(folder, 'ab', name), 'tersegel')
  for (const name of ['abc.part', 'abe']) await utimes(join(folder, 'ab', name), 0, Date.parse('2026-11-20') / 1_000)
  await files.forgetUnfinished(yesterday)
  expect((await readdir(join(folder, 'ab'))).sort()).toEqual(['abd.part', 'abe'])
})

it('before the first upload there is nothing to forget', async () => {
  await expect(evidenceFiles(join(await aFolder(), 'belum-ada')).forgetUnfinished(yesterday)).resolves.toBeUndefined()
})
