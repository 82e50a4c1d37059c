import type { BookCheckView, BookPreview, OldBookList, OldBookView } from '../../service/contract/old-books.ts'
import { unitPath } from './paths.ts'
import type { FileAnswer, Transport } from './transport.ts'
import type { BookReading } from './wire.ts'

/** Old registers that are taken over, and taken back. */
export interface OldBooksClient {
  list(tenant: string, signal?: AbortSignal): Promise<OldBookList>
  read(tenant: string, id: string): Promise<OldBookView>
  bring(tenant: string, file: File): Promise<OldBookView>
  preview(tenant: string, id: string, reading: BookReading): Promise<BookPreview>
  check(tenant: string, id: string, reading: BookReading): Promise<BookCheckView>
  notTaken(tenant: string, id: string, reading: BookReading): Promise<FileAnswer>
  start(tenant: string, id: string, reading: BookReading): Promise<OldBookView>
  end(tenant: string, id: string): Promise<OldBookView>
  undo(tenant: string, id: string, reason: string): Promise<OldBookView>
}

/** All rows of the largest book, on a busy machine. */
const LONG = 300_000

export function createOldBooksClient({ json, file }: Transport): OldBooksClient {
  const all = (tenant: string) => `${unitPath(tenant)}/old-books`
  const one = (tenant: string, id: string) => `${all(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant, signal) => json('GET', all(tenant), { signal }),
    read: (tenant, id) => json('GET', one(tenant, id), { background: true }),
    bring: (tenant, bytes) =>
      json('POST', all(tenant), {
        bytes,
        headers: { 'X-File-Name': encodeURIComponent(bytes.name.slice(-200)) },
        timeOut: LONG,
      }),
    preview: (tenant, id, body) => json('POST', `${one(tenant, id)}/preview`, { body }),
    check: (tenant, id, body) => json('POST', `${one(tenant, id)}/check`, { body, timeOut: LONG }),
    notTaken: (tenant, id, body) => file('POST', `${one(tenant, id)}/not-taken.csv`, { body }),
    start: (tenant, id, body) => json('POST', `${one(tenant, id)}/start`, { body }),
    end: (tenant, id) => json('POST', `${one(tenant, id)}/end`, { body: {} }),
    undo: (tenant, id, reason) => json('POST', `${one(tenant, id)}/undo`, { body: { reason } }),
  }
}
