import { HOUR, type Instant, SECOND } from '../../shared/instant.ts'

/**
 * Milliseconds that a `Retry-After` header asks for, as seconds or as a date (RFC 9110, 10.2.3). At least a second,
 * and at most an hour, so that no slip of a provider silences an office for days. `undefined` when nothing readable stands there.
 */
export function waitAsked(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * SECOND : Date.parse(header) - Date.parse(now)
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, SECOND), HOUR)
}
