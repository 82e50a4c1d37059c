import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { buildPages } from '../../../service/http/pages/build-pages.ts'
import { aFolder } from '../../support/a-folder.ts'

it('writes the files of the pages under names that tell their content, ready for a slow line', async () => {
  const folder = await aFolder()
  const files = Object.values(await buildPages(folder))

  for (const name of files) {
    expect(name).toMatch(/^[a-z-]+-[0-9a-f]{10}\.(css|svg|js)$/)
    const content = await readFile(join(folder, name))
    expect(brotliDecompressSync(await readFile(join(folder, `${name}.br`)))).toEqual(content)
  }
})

it('gives the same names for the same content, and asks nothing of another site', async () => {
  const [one, other] = [await aFolder(), await aFolder()]
  const files = await buildPages(one)

  expect(await buildPages(other)).toEqual(files)
  expect(await readFile(join(one, files.css), 'utf8')).not.toMatch(/url\(|@import|https?:/)
})
