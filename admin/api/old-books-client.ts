import type { BookCheckView, BookPreview, OldBookList, OldBookView } from '../../service/contract/old-books.ts'
import { unitPath } from './paths.ts'
import type { FileAnswer, Transport } from './transport.ts'
import type { BookReading } from './wire.ts'

/** All rows of the largest book, on a busy machine. */
const LONG = 300_000

/** Old registers that are taken over, and taken back. */
export function createOldBooksClient({ json, file }: Transport) {
  const all = (tenant: string) => `${unitPath(tenant)}/old-books`
  const one = (tenant: string, id: string) => `${all(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant: string, signal?: AbortSignal): Promise<OldBookList> => json('GET', all(tenant), { signal }),
    read: (tenant: string, id: string): Promise<OldBookView> => json('GET', one(tenant, id), { background: true }),
    bring: (tenant: string, bytes: File): Promise<OldBookView> =>
      json('POST', all(tenant), {
        bytes,
        headers: { 'X-File-Name': encodeURIComponent(bytes.name.slice(-200)) },
        timeOut: LONG,
      }),
    preview: (tenant: string, id: string, body: BookReading): Promise<BookPreview> =>
      json('POST', `${one(tenant, id)}/preview`, { body }),
    check: (tenant: string, id: string, body: BookReading): Promise<BookCheckView> =>
      json('POST', `${one(tenant, id)}/check`, { body, timeOut: LONG }),
    notTaken: (tenant: string, id: string, body: BookReading): Promise<FileAnswer> =>
      file('POST', `${one(tenant, id)}/not-taken.csv`, { body }),
    start: (tenant: string, id: string, body: BookReading): Promise<OldBookView> =>
      json('POST', `${one(tenant, id)}/start`, { body }),
    end: (tenant: string, id: string): Promise<OldBookView> => json('POST', `${one(tenant, id)}/end`, { body: {} }),
    undo: (tenant: string, id: string, reason: string): Promise<OldBookView> =>
      json('POST', `${one(tenant, id)}/undo`, { body: { reason } }),
  }
}
