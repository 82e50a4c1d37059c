/** So far a device may be off before it matters: an answer says its time in whole seconds, and takes a while to come. */
const NEAR_ENOUGH = 3_000

/** An answer that says second 12 was given half a second later on average. */
const HALF_A_SECOND = 500

let ahead = 0

/**
 * Learns from an answer what the service's clock shows, but for one that a browser keeps: it says when it was fetched.
 * @returns the answer
 */
export function noteServiceTime<Answer extends Pick<Response, 'headers'>>(answer: Answer): Answer {
  const { headers } = answer
  const by = Date.parse(headers.get('Date') ?? '') + HALF_A_SECOND - Date.now()
  const isKept = headers.get('Cache-Control')?.includes('max-age')
  if (!isKept && !Number.isNaN(by)) ahead = Math.abs(by) < NEAR_ENOUGH ? 0 : by
  return answer
}

/**
 * Milliseconds since 1970 by the service's clock. The clock of an office's machine may be wrong by minutes or days, and
 * moments that the service gives, until when an act can be taken back for one, must not be compared with it.
 */
export const serviceNow = (): number => Date.now() + ahead

/** The same moment as the service writes it. */
export const serviceInstant = (): string => new Date(serviceNow()).toISOString()
