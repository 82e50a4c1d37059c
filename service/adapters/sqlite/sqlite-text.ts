import { createHash } from 'node:crypto'
import type { KeyValue } from '../../storage/collection.ts'
import type { SqlValue } from './sqlite-engine.ts'

/**
 * The package's binding cuts text at NUL, so that two ids could look alike. NUL is written as SOH SOH and SOH as
 * SOH STX: reversible, and it keeps the order.
 */
export function storedValue(value: KeyValue): SqlValue {
  if (typeof value !== 'string' || !(value.includes('\0') || value.includes('\u0001'))) return value
  return value.replaceAll('\u0001', '\u0001\u0002').replaceAll('\0', '\u0001\u0001')
}

/** The inverse of `storedValue`. */
export function originalValue<V extends SqlValue>(value: V): V | string {
  if (typeof value !== 'string' || !value.includes('\u0001')) return value
  return value.replaceAll('\u0001\u0001', '\0').replaceAll('\u0001\u0002', '\u0001')
}

/**
 * Words as tokens of the full-text index. They begin with a mark of the tenant, so that a search passes over other
 * offices' documents (a mark that two share is harmless: the row's tenant is compared too). The tokenizer folds case
 * and splits at signs, so whatever is not `a-z0-9` is spelled out.
 */
export function tokensOf(tenant: string, words: readonly string[]): readonly string[] {
  const mark = markOf(tenant)
  return words.map((word) => mark + spelled(word))
}

/** The token of a key's value: no word is spelled like it. */
export const tokenOfKey = (tenant: string, key: string, value: string | number): string =>
  `${markOf(tenant)}__${spelled(key)}_${spelled(String(value))}`

const MOST_MARKS = 5_000
const marks = new Map<string, string>()

function markOf(tenant: string): string {
  const known = marks.get(tenant)
  if (known !== undefined) return known
  if (marks.size >= MOST_MARKS) marks.clear()
  const mark = createHash('sha256').update(tenant).digest('hex').slice(0, 6)
  marks.set(tenant, mark)
  return mark
}

const spelled = (text: string): string =>
  /^[a-z0-9]*$/.test(text) ? text : text.replace(/[^a-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)
