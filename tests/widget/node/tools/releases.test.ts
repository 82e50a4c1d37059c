import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  compareVersions,
  hashScripts,
  keepRelease,
  readReleases,
  releasesFolder,
} from '../../../../widget/tools/releases.ts'

describe('a kept version of the widget', () => {
  it('has the very bytes whose hashes were recorded when it was kept', async () => {
    for (const { version, integrity } of await readReleases()) {
      expect(await hashScripts(resolve(releasesFolder, version)), version).toEqual(integrity)
    }
  })

  it('is on the record, and nothing else lies beside it', async () => {
    const kept = (await readReleases()).map(({ version }) => version)
    expect((await readdir(releasesFolder)).sort()).toEqual([...kept, 'hashes.json'].sort())
  })

  it('is newer by its numbers, not by its letters', () => {
    expect(['1.9.3', '1.10.0', '0.12.0', '1.9.10'].toSorted(compareVersions)).toEqual([
      '1.10.0',
      '1.9.10',
      '1.9.3',
      '0.12.0',
    ])
  })
})

describe('keeping a version', () => {
  const building = (text: string) => async (outFolder: string) => {
    await writeFile(join(outFolder, 'aduan.js'), text)
    await writeFile(join(outFolder, 'aduan.js.br'), 'made anew by each build')
  }

  async function aFolderForReleases() {
    const folder = await mkdtemp(join(tmpdir(), 'aduan-releases-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'hashes.json'), '{}')
    return folder
  }

  it('keeps its scripts and their hashes, the first one as well as the next', async () => {
    const folder = await aFolderForReleases()
    const first = await keepRelease('1.0.0', building('first'), folder)
    const next = await keepRelease('1.0.1', building('next'), folder)
    expect(await readReleases(folder)).toEqual([next, first])
    expect(await readdir(join(folder, '1.0.0'))).toEqual(['aduan.js'])
    expect(first.integrity['aduan.js']).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/)
    expect(await hashScripts(join(folder, '1.0.1'))).toEqual(next.integrity)
  })

  it('overwrites none that is kept, and keeps none that is older', async () => {
    const folder = await aFolderForReleases()
    const first = await keepRelease('1.0.0', building('first'), folder)
    await expect(keepRelease('1.0.0', building('other'), folder)).rejects.toThrow('1.0.0 is kept')
    await expect(keepRelease('0.9.0', building('other'), folder)).rejects.toThrow('1.0.0 is kept')
    expect(await readReleases(folder)).toEqual([first])
    expect(await readFile(join(folder, '1.0.0', 'aduan.js'), 'utf8')).toBe('first')
  })
})
