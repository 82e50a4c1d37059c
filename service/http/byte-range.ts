import type { Part } from '../case/evidence.ts'

/**
 * Returns the part of a file that a `Range` header asks for. `null` means the whole file, also for several or
 * impossible ranges (RFC 9110, 14.2).
 */
export function partIn(header: string | undefined, size: number): Part | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from <= to ? { from, to } : null
}
