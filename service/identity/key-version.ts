import type { Sealed, WrappedKey } from './vault.ts'

/** So many characters hold the version, and nothing that differs between keys of one version. */
const BEGINNING = 56

// There are as many beginnings as there are versions, and each is read for every case.
const versions = new Map<string, number>()

interface Header {
  readonly kid?: string
  readonly place?: string
}

const headerOf = (jwe: string): Header =>
  JSON.parse(atob(jwe.slice(0, jwe.indexOf('.')).replaceAll('-', '+').replaceAll('_', '/')))

/** The version of its unit's secret that wraps a key, as its header says. Keys from before there were versions: 1. */
export function keyVersionOf(key: WrappedKey): number {
  const beginning = key.slice(0, Math.min(BEGINNING, key.indexOf('.')))
  const known = versions.get(beginning)
  if (known !== undefined) return known
  const version = Number(headerOf(key).kid ?? '1')
  versions.set(beginning, version)
  return version
}

/** Whether a seal or a wrapped key names the place that it was made for. Those of earlier versions do not. */
export const isBound = (sealed: Sealed | WrappedKey): boolean => headerOf(sealed).place !== undefined

/** The oldest version that any of a document's keys needs; `null` for a document without keys. */
export function oldestKeyVersion(keys: readonly (WrappedKey | null | undefined)[]): number | null {
  const there = keys.flatMap((key) => (key ? [keyVersionOf(key)] : []))
  return there.length > 0 ? Math.min(...there) : null
}
