import { hasPlaces, type Piece, plainText, readMessage } from './message.ts'

/**
 * Compiles a catalogue into a module for the browser, which then needs nothing to read messages: a text stays a text, and
 * a message becomes a small function that fills a template.
 */
export function compileTexts(catalogue: unknown, language: string): string {
  const texts = codeOfTexts(catalogue, language)
  const plurals = texts.includes('plurals.select(') ? `const plurals = new Intl.PluralRules('${language}')\n` : ''
  return `${plurals}export default ${texts}\n`
}

function codeOfTexts(texts: unknown, language: string): string {
  if (typeof texts === 'string') {
    return hasPlaces(texts) ? `(v) => ${codeOf(readMessage(texts, language))}` : JSON.stringify(plainText(texts))
  }
  if (Array.isArray(texts)) return `[${texts.map((text) => codeOfTexts(text, language)).join(', ')}]`
  const entries = Object.entries(texts ?? {})
  return `{ ${entries.map(([key, text]) => `${JSON.stringify(key)}: ${codeOfTexts(text, language)}`).join(', ')} }`
}

/** The code of a template that says these pieces. */
const codeOf = (pieces: readonly Piece[], counted = ''): string =>
  `\`${pieces.map((piece) => codeOfPiece(piece, counted)).join('')}\``

function codeOfPiece(piece: Piece, counted: string): string {
  if (piece.type === 'content') return piece.value.replace(/[\\`]|\$(?=\{)/g, '\\$&')
  if (piece.type === 'octothorpe') return `\${${counted}}`
  const value = `v.${piece.arg}`
  if (!('cases' in piece)) return `\${${value}}`
  const cases = piece.cases.map(({ key, tokens }) => ({ key, code: codeOf(tokens, value) }))
  const isAsked = (key: string): string => {
    if (piece.type === 'select')
      return key === 'true' || key === 'false' ? `${value} === ${key}` : `${value} === '${key}'`
    return key.startsWith('=') ? `${value} === ${key.slice(1)}` : `plurals.select(${value}) === '${key}'`
  }
  return `\${${cases.map(({ key, code }) => (key === 'other' ? code : `${isAsked(key)} ? ${code} : `)).join('')}}`
}
