import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findHiddenNumbers } from '../../case/access/case-access.ts'
import {
  bookCheck,
  bookPreview,
  bookReading,
  oldBookView as bookSchema,
  oldBookList,
  undoBook as undoSchema,
} from '../../contract/old-books.ts'
import { checkBook, previewBook, rowsNotTaken, startBook, undoBook } from '../../filing/old-books/book-check.ts'
import type { OldBook } from '../../filing/old-books/old-book.ts'
import { bookOf, endBook, listBooks, type OldBookPorts, takeBook } from '../../filing/old-books/old-cases.ts'
import { bookLimits } from '../../filing/old-books/sheets.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { csvResponse, fileAnswer } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { bookPreviewView, notTakenCsv, oldBookView } from '../views/old-book-view.ts'

const bookParams = tenantParam.extend({ id: z.string() })
const whoImports = forStaff('register.import')

const take = route.post('/old-books', {
  summary: 'Bring the file of an old register',
  description:
    'XLSX, or text with separators in UTF-8, UTF-16 or Windows-1252; at most 20 MB and 50,000 rows. The file is not kept: ' +
    'its rows lie sealed until the import is over, for a week at most.',
  ...whoImports,
  request: {
    params: tenantParam,
    headers: z.object({
      'x-file-name': z.string().max(1_000).optional().openapi({ description: 'Percent-encoded UTF-8.' }),
    }),
  },
  // It is described here and not under `request`, whose validator would read a body of any size into memory.
  requestBody: {
    required: true,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
  responses: answers(201, bookSchema, 'Read; its columns are guessed'),
})
const list = route.get('/old-books', {
  summary: 'Imports of old registers',
  ...whoImports,
  request: { params: tenantParam },
  responses: answers(200, oldBookList, 'The last fifty, newest first'),
})
const show = route.get('/old-books/{id}', {
  summary: 'How far an import is',
  ...whoImports,
  request: { params: bookParams },
  responses: answers(200, bookSchema, 'As it stands'),
})
const preview = route.post('/old-books/{id}/preview', {
  summary: 'The first rows as they would be taken; nothing is done',
  ...whoImports,
  request: { params: bookParams, ...jsonBody(bookReading) },
  responses: answers(200, bookPreview, 'Twenty rows at most'),
})
const check = route.post('/old-books/{id}/check', {
  summary: 'What would become of all rows; nothing is done',
  ...whoImports,
  request: { params: bookParams, ...jsonBody(bookReading) },
  responses: answers(200, bookCheck, 'Counts, and the words whose meaning is asked'),
})
const notTaken = route.post('/old-books/{id}/not-taken.csv', {
  summary: 'The rows that would not be taken, each with its reason',
  ...whoImports,
  request: { params: bookParams, ...jsonBody(bookReading) },
  responses: { 200: fileAnswer('text/csv', 'To be mended and brought again'), ...refusals },
})
const start = route.post('/old-books/{id}/start', {
  summary: 'Take the rows over',
  description:
    'It goes on in the background. No reporter and no member of staff is told, no clock runs, no code is made.',
  ...whoImports,
  request: { params: bookParams, ...jsonBody(bookReading) },
  responses: answers(200, bookSchema, 'Begun'),
})
const end = route.post('/old-books/{id}/end', {
  summary: 'Let the rows go without taking them over',
  ...whoImports,
  request: { params: bookParams, ...jsonBody(z.strictObject({})) },
  responses: answers(200, bookSchema, 'Ended'),
})
const undo = route.post('/old-books/{id}/undo', {
  summary: 'Take all of it back',
  description: 'Cases on which somebody works stay, and are named. The reason stands in the unit’s log.',
  ...whoImports,
  request: { params: bookParams, ...jsonBody(undoSchema) },
  responses: answers(200, bookSchema, 'Begun'),
})

const viewOf = (ports: OldBookPorts) => async (c: Context<AppEnv>, book: OldBook) =>
  oldBookView(book, c.get('staff'), viewWordings[c.get('language')], await findHiddenNumbers(ports, c.get('staff')))

/** These bodies are larger than any other that staff send. */
export function oldBookFileRoutes(ports: OldBookPorts) {
  const api = newApi()
  api.openapi(take, async (c) => {
    const name = c.req.valid('header')['x-file-name'] ?? ''
    const bytes = await bodyOf(c)
    const book = await takeBook(ports, c.get('staff'), c.get('tenant'), { name: decodeName(name), bytes })
    return c.json(await viewOf(ports)(c, book), 201)
  })
  return api
}

/** @throws Refusal `old-book/too-large` as soon as the limit is passed */
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

export function oldBookRoutes(ports: OldBookPorts) {
  const view = viewOf(ports)
  const api = newApi()
  api.openapi(list, async (c) => {
    const books = await listBooks(ports, c.get('staff'))
    return c.json({ items: await Promise.all(books.map((book) => view(c, book))) }, 200)
  })
  api.openapi(show, async (c) =>
    c.json(await view(c, await bookOf(ports, c.get('staff'), c.req.valid('param').id)), 200),
  )
  api.openapi(preview, async (c) => {
    const { id } = c.req.valid('param')
    const seen = await previewBook(ports, c.get('staff'), c.get('tenant'), id, c.req.valid('json'))
    return c.json(bookPreviewView(seen, c.get('tenant'), viewWordings[c.get('language')]), 200)
  })
  api.openapi(check, async (c) => {
    const { id } = c.req.valid('param')
    const { problems, unknown, ...counts } = await checkBook(
      ports,
      c.get('staff'),
      c.get('tenant'),
      id,
      c.req.valid('json'),
    )
    return c.json({ ...counts, problems, unknown }, 200)
  })
  api.openapi(notTaken, async (c) => {
    const { id } = c.req.valid('param')
    const { headings, rows } = await rowsNotTaken(ports, c.get('staff'), c.get('tenant'), id, c.req.valid('json'))
    return csvResponse(c, 'baris-tidak-diimpor.csv', notTakenCsv(headings, rows))
  })
  api.openapi(start, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await view(c, await startBook(ports, c.get('staff'), c.get('tenant'), id, c.req.valid('json'))), 200)
  })
  api.openapi(end, async (c) =>
    c.json(await view(c, await endBook(ports, c.get('staff'), c.req.valid('param').id)), 200),
  )
  api.openapi(undo, async (c) => {
    const { reason } = c.req.valid('json')
    return c.json(await view(c, await undoBook(ports, c.get('staff'), c.req.valid('param').id, reason)), 200)
  })
  return api
}
