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

/** Holds in memory what was asked for lately, within a bound. What is left out is worked out or read again. */
export interface Recent<V> {
  readonly bytes: number
  get(name: string): V | undefined
  keep(name: string, value: V): void
  /** Forgets all whose names begin like this. */
  forget(beginning: string): void
}

/** A process at rest holds none of it. */
const FOR = 10 * MINUTE

/** @param most in bytes */
export function keepRecent<V>(most: number, bytesOf: (value: V) => number): Recent<V> {
  /** What was asked for longest ago is first. */
  const kept = new Map<string, { readonly value: V; readonly at: number }>()
  let bytes = 0
  let timer: NodeJS.Timeout | undefined

  function drop(name: string): void {
    const found = kept.get(name)
    if (!found) return
    kept.delete(name)
    bytes -= bytesOf(found.value)
  }

  function put(name: string, value: V): void {
    drop(name)
    kept.set(name, { value, at: performance.now() })
    bytes += bytesOf(value)
  }

  function dropWhile(isToGo: (at: number) => boolean): void {
    for (const [name, { at }] of kept) {
      if (!isToGo(at)) return
      drop(name)
    }
  }

  function dropOld(): void {
    dropWhile((at) => at < performance.now() - FOR)
    if (kept.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    get bytes() {
      return bytes
    },
    get(name) {
      const found = kept.get(name)
      if (found) put(name, found.value)
      return found?.value
    },
    keep(name, value) {
      put(name, value)
      dropWhile(() => bytes > most)
      timer ??= setInterval(dropOld, MINUTE).unref()
    },
    forget(beginning) {
      for (const name of [...kept.keys()]) if (name.startsWith(beginning)) drop(name)
    },
  }
}
