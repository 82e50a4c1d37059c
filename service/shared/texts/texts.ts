import { hasPlaces, type Piece, plainText, readMessage } from './message.ts'

/** A message as it stands in a catalogue, with the values that it takes. Catalogues are typed by `declare-texts.ts`. */
export type Message<Values> = string & { readonly takes: Values }

/** What a catalogue is read into: plain texts stay as they are, a message becomes a function of its values by name. */
export type Texts<Catalogue> =
  Catalogue extends Message<infer Values>
    ? (values: Values) => string
    : Catalogue extends string
      ? string
      : { readonly [Key in keyof Catalogue]: Texts<Catalogue[Key]> }

/** One topic in its languages. Where another language lacks a text, Bahasa Indonesia says it. */
type Languages<Catalogue> = { readonly id: Catalogue }

type Values = Readonly<Record<string, unknown>>

/** Reads a topic in all its languages. A message is taken apart when it is first asked for. */
export function readTexts<Catalogue, Others extends string>(
  catalogues: Languages<Catalogue> & Readonly<Record<Others, unknown>>,
): Readonly<Record<Others | 'id', Texts<Catalogue>>> {
  const { id } = catalogues
  return Object.fromEntries(
    Object.entries(catalogues).map(([language, own]) => [language, read(withFallback(own, id), language)]),
  ) as Readonly<Record<Others | 'id', Texts<Catalogue>>>
}

/** Takes each text of a language, and the other one's where it has none yet. */
export function withFallback(own: unknown, under: unknown): unknown {
  if (typeof under === 'string') return typeof own === 'string' && own !== '' ? own : under
  if (Array.isArray(under)) return Array.isArray(own) && own.length > 0 ? own : under
  const known = new Map(Object.entries(own ?? {}))
  return Object.fromEntries(Object.entries(under ?? {}).map(([key, text]) => [key, withFallback(known.get(key), text)]))
}

function read(texts: unknown, language: string): unknown {
  if (typeof texts === 'string') return hasPlaces(texts) ? sayer(texts, language) : plainText(texts)
  if (Array.isArray(texts)) return texts.map((text) => read(text, language))
  return Object.fromEntries(Object.entries(texts ?? {}).map(([key, text]) => [key, read(text, language)]))
}

function sayer(text: string, language: string): (values: Values) => string {
  let pieces: readonly Piece[] | undefined
  return (values) => {
    pieces ??= readMessage(text, language)
    return say(pieces, values, new Intl.PluralRules(language))
  }
}

function say(pieces: readonly Piece[], values: Values, plurals: Intl.PluralRules, counted?: unknown): string {
  const written = pieces.map((piece) => {
    if (piece.type === 'content') return piece.value
    if (piece.type === 'octothorpe') return String(counted)
    const value = values[piece.arg]
    if (!('cases' in piece)) return String(value)
    const keys = piece.type === 'plural' ? [`=${value}`, plurals.select(Number(value))] : [String(value)]
    const chosen = [...keys, 'other'].flatMap((key) => piece.cases.find((one) => one.key === key) ?? [])[0]
    return say(chosen?.tokens ?? [], values, plurals, value)
  })
  return written.join('')
}

/** Says a text of a set in which some take values and others do not. */
export const sayText = <Values>(text: string | ((values: Values) => string), values: Values): string =>
  typeof text === 'string' ? text : text(values)
