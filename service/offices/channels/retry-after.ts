import { HOUR, type Instant, SECOND } from '../../shared/instant.ts'

/**
 * Reads the milliseconds of a `Retry-After` header, given as seconds or as a date (RFC 9110, 10.2.3). The result is
 * between a second and an hour, so that no mistake of a provider silences an office for days.
 */
export function waitAsked(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * SECOND : Date.parse(header) - Date.parse(now)
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, SECOND), HOUR)
}
