import { describe, expect, it } from 'vitest'
import { compileTexts } from '../../service/shared/texts/compile-texts.ts'
import { typeOfTexts } from '../../service/shared/texts/declare-texts.ts'
import { hasPlaces, placesOf, plainText, readMessage } from '../../service/shared/texts/message.ts'
import { type Message, readTexts, withFallback } from '../../service/shared/texts/texts.ts'
import { catalogues, textsIn } from '../support/catalogues.ts'

describe.each(catalogues)('$file', ({ file, language, topic, texts }) => {
  const model = catalogues.find((one) => one.language === 'id' && one.file === file.replace(`/${language}/`, '/id/'))
  const ours = new Map(textsIn(model?.texts))
  const own = textsIn(texts).filter(([, text]) => text)
  const valuesIn = (text = '') => [...placesOf(readMessage(text)).keys()].sort()

  it('has only messages that can be read', () => {
    expect(own.length, topic).toBeGreaterThan(0)
    for (const [key, text] of own) expect(() => readMessage(text, language), key).not.toThrow()
  })

  it('has no key that Bahasa Indonesia lacks', () => {
    const isListed = (key: string) => ours.has(key.replace(/\.\d+$/, '.0'))
    expect(own.filter(([key]) => !ours.has(key) && !isListed(key))).toEqual([])
  })

  // A unit edits the notices, and names their places in its own language.
  const isEdited = topic === 'notice-defaults.json'

  if (isEdited) return

  it('names the same values in each text', () => {
    const values = own.filter(([key]) => ours.has(key)).map(([key, text]) => ({ key, values: valuesIn(text) }))
    expect(values).toEqual(values.map(({ key }) => ({ key, values: valuesIn(ours.get(key)) })))
  })
})

it('reads the catalogues of all programs', () => {
  expect(catalogues.length).toBeGreaterThan(140)
  expect(catalogues.flatMap(({ texts }) => textsIn(texts)).length).toBeGreaterThan(8_000)
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
