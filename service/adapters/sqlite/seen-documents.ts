import type { Kept } from '../../storage/collection.ts'
import { recentDocuments } from '../../storage/sealed-documents.ts'

/**
 * The documents that this process saw last. It alone writes them, so they are what the store has, and are answered
 * without asking it. The documents are shared by all who read them, and nobody changes one.
 */
export interface SeenDocuments<D extends Kept> {
  last(tenant: string, id: string): D | undefined
  /** Keeps what a durable write left. @param letters of the text that was written */
  wrote(document: D, letters: number): void
  /** Drops a document where it is not known what a write left of it. */
  forget(tenant: string, id: string): void
  forgetAll(): void
  /** Reads from the store, and keeps what was not written meanwhile. */
  read(ask: () => Promise<readonly ReadDocument<D>[]>): Promise<readonly D[]>
}

export type ReadDocument<D> = readonly [document: D, letters: number]

interface Reading {
  readonly overtaken: Set<string>
  isOvertaken: boolean
}

/** @param isClosed whether the store answers no more */
export function seenDocuments<D extends Kept>(isClosed = () => false): SeenDocuments<D> {
  const recent = recentDocuments<D>()
  const readings = new Set<Reading>()
  const nameOf = (tenant: string, id: string) => JSON.stringify([tenant, id])

  /** What was asked for before may be answered with what was there before. */
  function overtake(tenant: string, id: string): void {
    for (const { overtaken } of readings) overtaken.add(nameOf(tenant, id))
  }

  return {
    last: (tenant, id) => (isClosed() ? undefined : recent.last(tenant, id)),

    wrote(document, letters) {
      overtake(document.tenant, document.id)
      recent.keep(document, letters)
    },

    forget(tenant, id) {
      overtake(tenant, id)
      recent.forget(tenant, id)
    },

    forgetAll() {
      for (const reading of readings) reading.isOvertaken = true
      recent.forgetAll()
    },

    async read(ask) {
      const reading: Reading = { overtaken: new Set(), isOvertaken: false }
      readings.add(reading)
      try {
        return (await ask()).map(([document, letters]) => {
          const isOvertaken = reading.isOvertaken || reading.overtaken.has(nameOf(document.tenant, document.id))
          if (!isOvertaken) recent.keep(document, letters)
          return document
        })
      } finally {
        readings.delete(reading)
      }
    },
  }
}

/**
 * Writes a document, which is then what was seen last. Where it was not written, or nobody knows whether it was, nothing is.
 * @returns `null` where it was not written
 */
export async function seeWritten<D extends Kept>(
  seen: SeenDocuments<D>,
  document: D,
  letters: number,
  write: () => Promise<boolean>,
): Promise<D | null> {
  let isWritten = false
  try {
    isWritten = await write()
  } finally {
    if (isWritten) seen.wrote(document, letters)
    else seen.forget(document.tenant, document.id)
  }
  return isWritten ? document : null
}

/** No document is kept of a collection whose documents are many, or seldom read again. */
export const seeNothing = <D extends Kept>(): SeenDocuments<D> => ({
  last: () => undefined,
  wrote() {},
  forget() {},
  forgetAll() {},
  read: async (ask) => (await ask()).map(([document]) => document),
})
