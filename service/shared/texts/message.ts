import { parse, type Select, type SelectCase } from '@messageformat/parser'

/** A piece of a message: words, a place for a value, or a choice by a value. */
export type Piece = SelectCase['tokens'][number]

/** What a place of a message takes: anything that can be written, a number that is counted, one of several words, or yes and no. */
export type Kind = 'plain' | 'plural' | 'select' | 'boolean'

const quoted = /''|'[{}#](?:[^']|'')*'(?!')/gu

/** Whether a text has a place for a value, which is known without reading all of it. */
export const hasPlaces = (text: string): boolean => text.includes('{') && text.replace(quoted, '').includes('{')

/** A text without places as people read it. */
export const plainText = (text: string): string => (text.includes("'") ? written(readMessage(text)) : text)

const written = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.type === 'content' ? piece.value : '#')).join('')

/**
 * Reads one message. It may name values, count them and choose by them. Numbers and dates arrive written, because their
 * form belongs to who shows them.
 * @param language lets only the plurals of that language pass
 */
export function readMessage(text: string, language?: string): readonly Piece[] {
  const plurals = language ? new Intl.PluralRules(language).resolvedOptions().pluralCategories : undefined
  return known(parse(text, plurals && { cardinal: plurals }), text)
}

function known(pieces: readonly Piece[], text: string): readonly Piece[] {
  for (const piece of pieces) {
    if (
      piece.type === 'function' ||
      piece.type === 'selectordinal' ||
      ('pluralOffset' in piece && piece.pluralOffset)
    ) {
      throw new Error(`A message takes {name}, plural and select, no ${piece.type}: ${text}`)
    }
    if ('arg' in piece && !/^[a-z]\w*$/i.test(piece.arg)) throw new Error(`A value needs a name: ${text}`)
    if (!('cases' in piece)) continue
    if (piece.cases.at(-1)?.key !== 'other') throw new Error(`A choice ends with other: ${text}`)
    for (const { tokens } of piece.cases) known(tokens, text)
  }
  return pieces
}

const isYesOrNo = ({ type, cases }: Select): boolean =>
  type === 'select' && cases.every(({ key }) => ['true', 'false', 'other'].includes(key))

/** The places of a message by name, in the order in which they stand first. */
export function placesOf(pieces: readonly Piece[], places = new Map<string, Kind>()): ReadonlyMap<string, Kind> {
  for (const piece of pieces) {
    if (piece.type === 'argument' && !places.has(piece.arg)) places.set(piece.arg, 'plain')
    if ('cases' in piece) {
      places.set(piece.arg, piece.type === 'plural' ? 'plural' : isYesOrNo(piece) ? 'boolean' : 'select')
      for (const { tokens } of piece.cases) placesOf(tokens, places)
    }
  }
  return places
}
