/** A moment is ISO 8601 in UTC with milliseconds, so that text order is time order: `2026-11-25T03:00:00.000Z`. */
export type Instant = string & { readonly instant: unique symbol }

/** A day of the calendar has no time: `2026-11-25`. */
export type Day = string & { readonly day: unique symbol }

export type Clock = () => Instant

export const instantOf = (date: Date): Instant => date.toISOString() as Instant

/** No moment comes before it in the order of text. */
export const BEFORE_ALL = '' as Instant

/** It stands for a moment that never comes. */
export const AFTER_ALL = instantOf(new Date('9999-12-31T00:00:00.000Z'))

/** @throws RangeError for text that is no day; the contract refuses such text first. */
export function parseDay(text: string): Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new RangeError(`"${text}" is no day.`)
  return text as Day
}

export const plusMilliseconds = (at: Instant, milliseconds: number): Instant =>
  instantOf(new Date(Date.parse(at) + milliseconds))

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
