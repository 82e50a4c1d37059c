import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8')
const page = read('docs/standards.md')

const sectionOf = (title: string): string => page.split(/^## /m).find((one) => one.startsWith(title)) ?? ''
const rowsOf = (title: string): readonly (readonly string[])[] =>
  sectionOf(title)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

const filesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([\w.@/-]+\.[a-z]+|LICENSE|\.ci\/run|\.gitignore)`/g)].map(([, file]) => file!)

describe('the table of standards', () => {
  const mustsOf = {
    'Standard for Public Code 0.8': 46,
    'Digital Public Goods Standard': 11,
    'OpenSSF passing badge': 43,
  }

  it.each(Object.entries(mustsOf))('has a row for each thing that must be: %s', (title, count) => {
    const rows = rowsOf(title)
    expect(rows).toHaveLength(count)
    const states = rows.map((row) => row.at(-2)!)
    expect(states.filter((state) => state !== 'met' && state !== 'owner')).toEqual([])
  })

  it.each(Object.keys(mustsOf))('names files that are there, and of the owner what is left to do: %s', (title) => {
    for (const row of rowsOf(title)) {
      const shownBy = row.at(-1)!
      expect(shownBy, row.join(' ')).not.toBe('')
      expect(filesIn(shownBy).filter((file) => !existsSync(resolve(root, file)))).toEqual([])
    }
  })

  it('sends who looks for the owner’s part to a place that is there', () => {
    const places = rowsOf('What only the owner can give').flatMap(([, place]) => filesIn(place!))
    expect(places.length).toBeGreaterThan(5)
    expect(places.filter((file) => !existsSync(resolve(root, file)))).toEqual([])
  })

  it('links each open standard', () => {
    const rows = rowsOf('Open standards used')
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.filter(([, standard]) => !standard!.includes('](https://'))).toEqual([])
  })
})

/** The keys of publiccode.yml 0 that must be there, with their bounds. */
const described = z.object({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().max(100)).min(1),
})
const publiccode = z.object({
  publiccodeYmlVersion: z.literal('0'),
  name: z.string().min(1),
  url: z.url(),
  softwareVersion: z.string(),
  platforms: z.array(z.string()).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum(['standalone/web', 'standalone/backend', 'library', 'addon']),
  description: z.record(z.string().regex(/^[a-z]{2}$/), described),
  legal: z.object({ license: z.string() }),
  maintenance: z.object({
    type: z.enum(['internal', 'contract', 'community', 'none']),
    contacts: z.array(z.object({ name: z.string(), email: z.email() })).min(1),
  }),
  localisation: z.object({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()).min(1) }),
})

describe('publiccode.yml', () => {
  const given: unknown = parse(read('publiccode.yml'))

  it('has what its standard asks for', () => {
    expect(publiccode.safeParse(given).error?.issues ?? []).toEqual([])
  })

  it('says of version, licence and languages what is so', () => {
    const { version, license } = JSON.parse(read('package.json')) as {
      readonly version: string
      readonly license: string
    }
    const { softwareVersion, legal, localisation } = publiccode.parse(given)
    expect([softwareVersion, legal.license]).toEqual([version, license])
    const languages = localisation.availableLanguages
    expect(languages.filter((language) => !existsSync(resolve(root, `widget/wording/${language}.ts`)))).toEqual([])
  })

  it('invents no address: what waits for the owner ends in .example, and the page of standards names it', () => {
    const addresses = read('publiccode.yml').match(/[\w.-]+\.(?:example|com|org|net|id)\b/g) ?? []
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
    expect(sectionOf('What only the owner can give')).toContain('`publiccode.yml`, `url`')
  })
})
