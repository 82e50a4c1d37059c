import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileTexts } from '../../service/shared/texts/compile-texts.ts'
import { typeOfTexts } from '../../service/shared/texts/declare-texts.ts'
import { hasPlaces, placesOf, plainText, readMessage } from '../../service/shared/texts/message.ts'
import { type Message, readTexts, withFallback } from '../../service/shared/texts/texts.ts'

const folders = ['service/texts', 'admin/texts', 'widget/texts'].filter((folder) => existsSync(join(folder, 'id')))
const languagesOf = (folder: string) => readdirSync(folder).filter((name) => !name.includes('.'))
const topicsIn = (folder: string, language: string) => readdirSync(join(folder, language))
const catalogue = (folder: string, language: string, topic: string): unknown =>
  JSON.parse(readFileSync(join(folder, language, topic), 'utf8'))

/** Every text of a catalogue by its path: `list.heading`. */
const flat = (texts: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof texts === 'string'
    ? [[path, texts]]
    : Object.entries(texts ?? {}).flatMap(([key, text]) =>
        flat(text, path && !Array.isArray(texts) ? `${path}.${key}` : path || key),
      )

const topics = folders.flatMap((folder) => topicsIn(folder, 'id').map((topic) => [folder, topic] as const))

describe.each(topics)('%s/…/%s', (folder, topic) => {
  const ours = new Map(flat(catalogue(folder, 'id', topic)))

  it.each(languagesOf(folder))('has only messages that can be read in %s, and no key of its own', (language) => {
    if (!topicsIn(folder, language).includes(topic)) return
    const texts = flat(catalogue(folder, language, topic))
    for (const [, text] of texts) readMessage(text, language)
    expect(texts.filter(([key]) => !ours.has(key))).toEqual([])
  })

  // A unit edits these, and names their places in its language.
  if (topic === 'notice-defaults.json') return

  it.each(languagesOf(folder))('names the same values in %s', (language) => {
    if (!topicsIn(folder, language).includes(topic)) return
    const valuesIn = (text = '') => [...placesOf(readMessage(text)).keys()].sort()
    for (const [key, text] of flat(catalogue(folder, language, topic))) {
      if (text) expect({ key, values: valuesIn(text) }).toEqual({ key, values: valuesIn(ours.get(key)) })
    }
  })
})

it('no language has a topic that Bahasa Indonesia lacks', () => {
  const strange = folders.flatMap((folder) =>
    languagesOf(folder).flatMap((language) =>
      topicsIn(folder, language).filter((topic) => !topicsIn(folder, 'id').includes(topic)),
    ),
  )
  expect(strange).toEqual([])
})

const message = <Values>(text: string) => text as Message<Values>

const id = {
  hello: 'Halo',
  quoted: "Tulis '{nomor}' atau ''nomor''",
  picked: message<{ cases: number }>('{cases} dipilih'),
  left: message<{ days: number }>('{days, plural, =0 {hari ini} other {# hari}} lagi'),
  late: message<{ isLate: boolean; unit: string }>('{isLate, select, true {{unit} lewat} other {tepat}}'),
  only: 'Hanya di sini',
  steps: ['satu', 'dua'],
}
const en = {
  hello: 'Hello',
  picked: '{cases, plural, one {One case is} other {# cases are}} picked',
  left: '{days, plural, =0 {today} one {# day} other {# days}}',
  late: '{isLate, select, true {`$'.concat('{unit}` is \\late} other {in time}}'),
  only: '',
}

/** What the browser gets, by running the module that is built for it. */
const compiled = (texts: unknown, language: string) =>
  new Function(compileTexts(withFallback(texts, id), language).replace('export default', 'return'))()

describe.each([
  ['read by the service', readTexts({ id, en })],
  ['compiled for a browser', { id: compiled(id, 'id'), en: compiled(en, 'en') }],
])('a catalogue %s', (_, words) => {
  it('keeps plain texts and lists as they are', () => {
    expect(words.id.hello).toBe('Halo')
    expect(words.id.quoted).toBe("Tulis {nomor} atau 'nomor'")
    expect(words.id.steps).toEqual(['satu', 'dua'])
  })

  it('fills messages by name and counts by the language', () => {
    expect(words.id.picked({ cases: 1 })).toBe('1 dipilih')
    expect(words.en.picked({ cases: 1 })).toBe('One case is picked')
    expect(words.en.picked({ cases: 2 })).toBe('2 cases are picked')
    expect([0, 1, 2].map((days) => words.en.left({ days }))).toEqual(['today', '1 day', '2 days'])
    expect(words.id.left({ days: 0 })).toBe('hari ini lagi')
  })

  it('chooses by what is so', () => {
    expect(words.id.late({ isLate: true, unit: 'Dinas' })).toBe('Dinas lewat')
    expect(words.en.late({ isLate: true, unit: 'Office' })).toBe('`$Office` is \\late')
    expect(words.en.late({ isLate: false, unit: 'Office' })).toBe('in time')
  })

  it('says in Bahasa Indonesia what another language does not say yet', () => {
    expect(words.en.only).toBe('Hanya di sini')
    expect(words.en.steps).toEqual(['satu', 'dua'])
  })
})

describe('a message', () => {
  it('is typed by its values, also by those that only another language counts', () => {
    expect(typeOfTexts(id.picked, [id.picked], true)).toBe('(values: { readonly cases: string | number }) => string')
    expect(typeOfTexts(id.picked, [id.picked, en.picked], true)).toBe('(values: { readonly cases: number }) => string')
    expect(typeOfTexts(id.late, [], false)).toBe(
      'string & { readonly takes: { readonly isLate: boolean; readonly unit: string | number } }',
    )
    expect(typeOfTexts(id.quoted, [], true)).toBe('string')
  })

  it('knows a brace in quotes from a place', () => {
    expect(hasPlaces("'{nomor}' dan {nama}")).toBe(true)
    expect(hasPlaces("'{nomor}'")).toBe(false)
    expect(plainText("don't")).toBe("don't")
  })

  it.each([
    '{when, date}',
    '{place, selectordinal, other {#}}',
    '{cases, plural, one {satu} other {#}}',
    '{cases, plural, one {satu}}',
    '{cases',
    '{0} dipilih',
  ])('is refused as %s', (text) => {
    expect(() => readMessage(text, 'id')).toThrow()
  })
})
