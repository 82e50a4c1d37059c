import type { Kept } from '../../storage/collection.ts'
import { documentName } from './mongo-documents.ts'

/**
 * The documents that were read or written last, as their writers know them. A write needs to send only what differs
 * from the version before; whether the server still has that version, it is asked with the write.
 */
export interface RecentDocuments<D extends Kept> {
  keep(document: D): void
  /** The version that this process saw last. */
  last(tenant: string, id: string): D | undefined
  forget(tenant: string, id: string): void
}

/** Some megabytes of cases, for all that happens between reading a case and writing it. */
const MOST = 500

export function recentDocuments<D extends Kept>(): RecentDocuments<D> {
  const documents = new Map<string, D>()
  return {
    keep(document) {
      const name = documentName(document.tenant, document.id)
      // An answer may be overtaken by a write.
      if ((documents.get(name)?.version ?? 0) > document.version) return
      documents.delete(name)
      documents.set(name, document)
      const [oldest] = documents.keys()
      if (documents.size > MOST && oldest !== undefined) documents.delete(oldest)
    },
    last: (tenant, id) => documents.get(documentName(tenant, id)),
    forget: (tenant, id) => void documents.delete(documentName(tenant, id)),
  }
}
