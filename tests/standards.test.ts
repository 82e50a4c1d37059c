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

/** Parts of the page of standards itself: `"Open standards used" below`. */
const partsBelow = (cell: string): readonly string[] => [...cell.matchAll(/"([^"]+)" below/g)].map(([, part]) => part!)

/** Headings of a document, and the bold words with which a paragraph begins. */
const headingsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/^(?:#+ (.+)|\*\*([^*]+?)\.?\*\*)/gm)].map(([, heading, bold]) => (heading ?? bold)!)

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-')

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

  it.each(Object.keys(mustsOf))('shows each thing that is met by a file, or by a part of its own page: %s', (title) => {
    const bare = rowsOf(title).filter(
      (row) =>
        row.at(-2) === 'met' &&
        !/\]\([\w./-]+#/.test(row.at(-1)!) &&
        [filesIn, partsBelow].every((places) => places(row.at(-1)!).length === 0),
    )
    expect(bare.map((row) => row.join(' '))).toEqual([])
  })

  it.each(Object.keys(mustsOf))('names headings that stand there, and claims that the file makes: %s', (title) => {
    const cells = rowsOf(title).map((row) => row.at(-1)!)
    for (const cell of cells) {
      expect(partsBelow(cell).filter((part) => !page.includes(`\n## ${part}\n`))).toEqual([])
      for (const [, file, heading] of cell.matchAll(/`([\w./-]+\.md)`, "([^"]+)"/g))
        expect([file, headingsOf(file!)]).toEqual([file, expect.arrayContaining([heading])])
      for (const [, file, anchor] of cell.matchAll(/\]\(([\w./-]+\.md)#([\w-]+)\)/g))
        expect([file, headingsOf(`docs/${file}`).map(anchorOf)]).toEqual([file, expect.arrayContaining([anchor])])
      for (const [, file, claim] of cell.matchAll(/`([\w./-]+\.md)`: ([^;|]+)/g))
        for (const words of claim!.split(', '))
          expect([file, read(file!).toLowerCase()]).toEqual([file, expect.stringContaining(words.trim().toLowerCase())])
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

/** The keys of publiccode.yml 0 with their bounds; a key that it does not know, or that it gave up, is refused. */
const described = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().max(100)).min(1),
})
const word = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal('0'),
  name: z.string().min(1),
  url: z.url(),
  softwareVersion: z.string(),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android', 'haiku'])).min(1),
  categories: z.array(word).min(1),
  intendedAudience: z.strictObject({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)), scope: z.array(word) }),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum(['standalone/web', 'standalone/backend', 'library', 'addon']),
  description: z.record(z.string().regex(/^[a-z]{2}$/), described),
  legal: z.strictObject({ license: z.string(), mainCopyrightOwner: z.string() }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'contract', 'community', 'none']),
    contacts: z.array(z.strictObject({ name: z.string(), email: z.email() })).min(1),
  }),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()).min(1) }),
})

describe('publiccode.yml', () => {
  const given: unknown = parse(read('publiccode.yml'))

  it('has what its standard asks for', () => {
    expect(publiccode.safeParse(given).error?.issues ?? []).toEqual([])
  })

  it.each([
    ['softwareVersion without a version', { softwareVersion: 1 }],
    ['a key that was given up', { logo: 1, inputTypes: ['text/plain'] }],
    ['a small country', { intendedAudience: { countries: ['id'], scope: ['society'] } }],
    ['no category', { categories: [] }],
    ['a status of our own', { developmentStatus: 'nearly' }],
    ['nobody to ask', { maintenance: { type: 'internal', contacts: [] } }],
  ])('would be refused with %s', (_, wrong) => {
    expect(publiccode.safeParse({ ...(given as object), ...wrong }).success).toBe(false)
  })

  it('says of version, licence and languages what is so', () => {
    const { version, license } = JSON.parse(read('package.json')) as {
      readonly version: string
      readonly license: string
    }
    const { softwareVersion, legal, localisation } = publiccode.parse(given)
    expect([softwareVersion, legal.license]).toEqual([version, license])
    const languages = localisation.availableLanguages
    expect(languages.filter((language) => !existsSync(resolve(root, `widget/texts/${language}/form.json`)))).toEqual([])
  })

  it('invents no address: what waits for the owner ends in .example, and the page of standards names it', () => {
    const addresses = read('publiccode.yml').match(/[\w.-]+\.(?:example|com|org|net|id)\b/g) ?? []
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
    expect(sectionOf('What only the owner can give')).toContain('`publiccode.yml`, `url`')
  })
})
