import { MINUTE } from './instant.ts'

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
