import type { WrappedKey } from './vault.ts'

// There are as many headers as there are versions, and each is read for every case.
const versions = new Map<string, number>()

/** The version of its unit's secret that wraps a key, as its header says. Keys from before there were versions: 1. */
export function keyVersionOf(key: WrappedKey): number {
  const header = key.slice(0, key.indexOf('.'))
  const known = versions.get(header)
  if (known !== undefined) return known
  const { kid = '1' } = JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/'))) as { kid?: string }
  versions.set(header, Number(kid))
  return Number(kid)
}

/** The oldest version that any of a document's keys needs; `null` for a document without keys. */
export function oldestKeyVersion(keys: readonly (WrappedKey | null | undefined)[]): number | null {
  const there = keys.flatMap((key) => (key ? [keyVersionOf(key)] : []))
  return there.length > 0 ? Math.min(...there) : null
}
