import { MINUTE } from '../shared/instant.ts'
import type { Kept } from './collection.ts'

/**
 * The documents that were read or written last, as their writers know them. What changes one of them need not read it
 * first; whether the store still has that version, it is asked with the write.
 */
export interface RecentDocuments<D extends Kept> {
  /** @param letters of the document's text, where they are known */
  keep(document: D, letters?: number): void
  /** The version that this process saw last. */
  last(tenant: string, id: string): D | undefined
  forget(tenant: string, id: string): void
  forgetAll(): void
}

/** Some megabytes of cases, for all that happens between reading a case and writing it. */
const MOST = 500
const MOST_LETTERS = 5_000_000

/** A process at rest holds no case. */
const FOR = 10 * MINUTE

interface Recent<D> {
  readonly document: D
  readonly letters: number
  readonly at: number
}

/** @param most documents that are kept */
export function recentDocuments<D extends Kept>(most = MOST): RecentDocuments<D> {
  const documents = new Map<string, Recent<D>>()
  let kept = 0
  let timer: NodeJS.Timeout | undefined
  const nameOf = (tenant: string, id: string) => JSON.stringify([tenant, id])

  function drop(name: string): void {
    kept -= documents.get(name)?.letters ?? 0
    documents.delete(name)
  }

  function put(name: string, document: D, letters: number): void {
    drop(name)
    documents.set(name, { document, letters, at: performance.now() })
    kept += letters
  }

  /** Drops the one that was asked for longest ago, as long as that is to go. */
  function dropWhile(isToGo: (oldest: Recent<D>) => boolean): void {
    for (const [name, oldest] of documents) {
      if (!isToGo(oldest)) return
      drop(name)
    }
  }

  function dropOld(): void {
    dropWhile(({ at }) => at < performance.now() - FOR)
    if (documents.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    keep(document, letters = 0) {
      const name = nameOf(document.tenant, document.id)
      // An answer may be overtaken by a write.
      if ((documents.get(name)?.document.version ?? 0) > document.version) return
      put(name, document, letters)
      dropWhile(() => documents.size > most || kept > MOST_LETTERS)
      timer ??= setInterval(dropOld, MINUTE).unref()
    },
    last(tenant, id) {
      const name = nameOf(tenant, id)
      const found = documents.get(name)
      if (found) put(name, found.document, found.letters)
      return found?.document
    },
    forget: (tenant, id) => drop(nameOf(tenant, id)),
    forgetAll() {
      documents.clear()
      kept = 0
    },
  }
}
