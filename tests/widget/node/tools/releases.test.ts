import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { integrityIn, newestFirst, readReleases, releasesFolder } from '../../../../widget/tools/releases.ts'

const releases = await readReleases()

describe('a released version of the widget', () => {
  it('is there for pages that name one', () => {
    expect(releases.length).toBeGreaterThan(0)
  })

  it.each(releases)('$version is still what pages that name it were told', async ({ version, integrity }) => {
    const told = JSON.parse(await readFile(resolve(releasesFolder, version, 'integrity.json'), 'utf8'))
    expect(await integrityIn(resolve(releasesFolder, version))).toEqual(told)
    expect(integrity).toEqual(told)
    expect(told['aduan.js']).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/)
  })

  it('is newer by its numbers, not by its letters', () => {
    expect(['1.9.3', '1.10.0', '0.12.0', '1.9.10'].toSorted(newestFirst)).toEqual([
      '1.10.0',
      '1.9.10',
      '1.9.3',
      '0.12.0',
    ])
  })
})
