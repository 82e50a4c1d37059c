import type { Sealed, WrappedKey } from './vault.ts'

/** The header up to this length holds the version and is equal for all keys of one version. */
const BEGINNING = 56

// There are only as many entries as versions, and every case needs one.
const versions = new Map<string, number>()

interface Header {
  readonly kid?: string
  readonly place?: string
}

const headerOf = (jwe: string): Header =>
  JSON.parse(atob(jwe.slice(0, jwe.indexOf('.')).replaceAll('-', '+').replaceAll('_', '/')))

/** Reads from the key's header which version of the tenant's secret wraps it. Keys without a version have version 1. */
export function keyVersionOf(key: WrappedKey): number {
  const beginning = key.slice(0, Math.min(BEGINNING, key.indexOf('.')))
  const known = versions.get(beginning)
  if (known !== undefined) return known
  const version = Number(headerOf(key).kid ?? '1')
  versions.set(beginning, version)
  return version
}

/** Keys and seals of earlier versions do not name the place for which they were made. */
export const isBound = (sealed: Sealed | WrappedKey): boolean => headerOf(sealed).place !== undefined

export function oldestKeyVersion(keys: readonly (WrappedKey | null | undefined)[]): number | null {
  const there = keys.flatMap((key) => (key ? [keyVersionOf(key)] : []))
  return there.length > 0 ? Math.min(...there) : null
}
