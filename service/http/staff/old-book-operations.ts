import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findHiddenNumbers } from '../../case/access/case-access.ts'
import * as arrivalsWire from '../../contract/arrivals.ts'
import { checkBook, previewBook, rowsNotTaken, startBook, undoBook } from '../../filing/old-books/book-check.ts'
import type { OldBook } from '../../filing/old-books/old-book.ts'
import { bookOf, endBook, listBooks, takeBook } from '../../filing/old-books/old-cases.ts'
import { bookLimits } from '../../filing/old-books/sheets.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, file, json, op } from '../operation.ts'
import { csvResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { bookPreviewView, notTakenCsv, oldBookView } from '../views/series-view.ts'

const viewOf = async (office: ApiOffice, c: Context<AppEnv>, book: OldBook) =>
  oldBookView(book, c.get('staff'), viewWordings[c.get('language')], await findHiddenNumbers(office, c.get('staff')))

/** The file is read piece by piece, not by the router. */
const octets = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } },
}

/** These bodies are larger than any other that staff send. */
export const oldBookFileOperations = [
  op('POST /old-books', {
    summary: 'Bring the file of an old register',
    requestBody: octets,
    description:
      'XLSX, or text with separators in UTF-8, UTF-16 or Windows-1252; at most 20 MB and 50,000 rows. The file is not kept: ' +
      'its rows lie sealed until the import is over, for a week at most.',
    may: ['register.import'],
    headers: z.object({
      'x-file-name': z.string().max(1_000).optional().openapi({ description: 'Percent-encoded UTF-8.' }),
    }),
    answer: created(arrivalsWire.oldBookView, 'Read; its columns are guessed'),
    does: async ({ office, staff, tenant, headers, c }) => {
      const name = headers['x-file-name'] ?? ''
      const bytes = await bodyOf(c)
      const book = await takeBook(office, staff, tenant, { name: decodeName(name), bytes })
      return viewOf(office, c, book)
    },
  }),
]

async function bodyOf(c: Context<AppEnv>): Promise<Uint8Array> {
  const tooLarge = () => new Refusal('too-large', 'old-book/too-large')
  if (Number(c.req.header('content-length') ?? 0) > bookLimits.bytes) throw tooLarge()
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of c.req.raw.body ?? []) {
    length += piece.length
    if (length > bookLimits.bytes) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

export const oldBookOperations = [
  op('GET /old-books', {
    summary: 'Imports of old registers',
    may: ['register.import'],
    answer: json(arrivalsWire.oldBookList, 'The last fifty, newest first'),
    does: async ({ office, staff, c }) => {
      const books = await listBooks(office, staff)
      return { items: await Promise.all(books.map((book) => viewOf(office, c, book))) }
    },
  }),
  op('GET /old-books/{id}', {
    summary: 'How far an import is',
    may: ['register.import'],
    answer: json(arrivalsWire.oldBookView, 'As it stands'),
    does: async ({ office, staff, params, c }) => viewOf(office, c, await bookOf(office, staff, params.id)),
  }),
  op('POST /old-books/{id}/preview', {
    summary: 'The first rows as they would be taken; nothing is done',
    may: ['register.import'],
    body: arrivalsWire.bookReading,
    answer: json(arrivalsWire.bookPreview, 'Twenty rows at most'),
    does: async ({ office, staff, tenant, language, params, body }) =>
      bookPreviewView(await previewBook(office, staff, tenant, params.id, body), tenant, viewWordings[language]),
  }),
  op('POST /old-books/{id}/check', {
    summary: 'What would become of all rows; nothing is done',
    may: ['register.import'],
    body: arrivalsWire.bookReading,
    answer: json(arrivalsWire.bookCheck, 'Counts, and the words whose meaning is asked'),
    does: async ({ office, staff, tenant, params, body }) => {
      const { problems, unknown, ...counts } = await checkBook(office, staff, tenant, params.id, body)
      return { ...counts, problems, unknown }
    },
  }),
  op('POST /old-books/{id}/not-taken.csv', {
    summary: 'The rows that would not be taken, each with its reason',
    may: ['register.import'],
    body: arrivalsWire.bookReading,
    answer: file('text/csv', 'To be mended and brought again'),
    does: async ({ office, staff, tenant, params, body, c }) => {
      const { headings, rows } = await rowsNotTaken(office, staff, tenant, params.id, body)
      return csvResponse(c, 'baris-tidak-diimpor.csv', notTakenCsv(headings, rows))
    },
  }),
  op('POST /old-books/{id}/start', {
    summary: 'Take the rows over',
    description:
      'It goes on in the background. No reporter and no member of staff is told, no clock runs, no code is made.',
    may: ['register.import'],
    body: arrivalsWire.bookReading,
    answer: json(arrivalsWire.oldBookView, 'Begun'),
    does: async ({ office, staff, tenant, params, body, c }) =>
      viewOf(office, c, await startBook(office, staff, tenant, params.id, body)),
  }),
  op('POST /old-books/{id}/end', {
    summary: 'Let the rows go without taking them over',
    may: ['register.import'],
    body: z.strictObject({}),
    answer: json(arrivalsWire.oldBookView, 'Ended'),
    does: async ({ office, staff, params, c }) => viewOf(office, c, await endBook(office, staff, params.id)),
  }),
  op('POST /old-books/{id}/undo', {
    summary: 'Take all of it back',
    description: 'Cases on which somebody works stay, and are named. The reason stands in the unit’s log.',
    may: ['register.import'],
    body: arrivalsWire.undoBook,
    answer: json(arrivalsWire.oldBookView, 'Begun'),
    does: async ({ office, staff, params, body, c }) =>
      viewOf(office, c, await undoBook(office, staff, params.id, body.reason)),
  }),
]
