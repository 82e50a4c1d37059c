import type { KeyValue } from '../../storage/collection.ts'
import type { SqlValue } from './sqlite-engine.ts'

/**
 * The package's binding cuts text at NUL, so that two ids could become equal. NUL is written as SOH SOH and SOH as
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
