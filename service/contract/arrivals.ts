import { z } from '@hono/zod-openapi'
import { bookFields, bookStates, bookStatuses, rowRefusals, rowWarnings } from '../offices/old-book-vocabulary.ts'
import { intakeChannels } from '../offices/vocabulary.ts'
import { HANDLE_LENGTH, SEALED_LENGTH } from '../sealing/carried-draft.ts'
import { instant, object, requiredText, strictObject, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const rows = z.int()
const column = z.int().min(0).max(199)
const word = z.string().max(200)
const category = z.string().max(60)
const status = z.enum(bookStatuses)
const channel = z.enum(intakeChannels)
const columns = z.partialRecord(z.enum(bookFields), column)

export const bookReading = strictObject('OldBookReading', {
  /** Counted from 0. */
  sheet: z.int().min(0).max(49),
  /** Counted from 1, as a spreadsheet does; 0 if there are no headings. */
  headingRow: z.int().min(0).max(100_000),
  /** Column numbers, counted from 0. */
  columns,
  /** Meanings of the book's words, in lower case without punctuation. */
  meanings: z.strictObject({
    category: z.record(word, category),
    status: z.record(word, status),
    channel: z.record(word, channel),
  }),
  /** Values for cells that are empty or have no meaning given. */
  otherwise: z.strictObject({ category, status, channel }),
})

export const undoBook = strictObject('UndoOldBook', { reason: requiredText(textLimits.reason) })

const sheet = z.object({
  name: z.string(),
  rows,
  headingRow: z.int(),
  columns,
  /** The first rows; cells are cut to 80 characters. */
  head: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
})

export const oldBookView = object('OldBook', {
  id: z.string(),
  /** It counts the imports of the office. */
  number: z.int(),
  state: z.enum(bookStates),
  by: z.string(),
  begunAt: instant,
  /** When an unfinished import lapses. */
  endsAt: instant.nullable(),
  /** The viewer started it, and may continue it. */
  own: z.boolean(),
  /** Only the person who started it gets the file name, which can reveal what is in the file. */
  fileName: z.string().nullable(),
  sheets: z.array(sheet),
  progress: z.object({ rows, taken: rows, refused: rows, skipped: rows, takenBack: rows, kept: rows }),
  notTaken: z.array(z.object({ row: z.int(), code: z.enum(rowRefusals) })),
  /** Cases that stayed after an undo, because somebody works on them. */
  keptCases: z.array(z.string()),
  undoReason: z.string().nullable(),
})
export type OldBookView = Shown<typeof oldBookView>

export const oldBookList = object('OldBookList', { items: z.array(oldBookView) })

const problem = z.enum([...rowRefusals, ...rowWarnings])

export const bookPreview = object('OldBookPreview', {
  rows: z.array(
    z.object({
      row: z.int(),
      refused: z.enum(rowRefusals).nullable(),
      warnings: z.array(z.enum(rowWarnings)),
      case: z
        .object({
          receivedDay: z.string(),
          oldNumber: z.string().nullable(),
          categoryLabel: z.string(),
          channel,
          status,
          subject: z.string(),
          story: z.string(),
          reportedPerson: z.string().nullable(),
          reporter: z.string().nullable(),
          answer: z.string().nullable(),
          closedAt: instant.nullable(),
          laporId: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
})
export type BookPreview = Shown<typeof bookPreview>

export const bookCheck = object('OldBookCheck', {
  rows,
  ready: rows,
  warned: rows,
  refused: rows,
  skipped: rows,
  problems: z.array(z.object({ code: problem, rows })),
  unknown: z.array(z.object({ field: z.enum(['category', 'status', 'channel']), word: z.string(), rows })),
})
export type BookCheckView = Shown<typeof bookCheck>

const handle = z
  .string()
  .length(HANDLE_LENGTH)
  .regex(/^[\w-]+$/)

/** A draft that the browser sealed; see `service/sealing/carried-draft.ts`. */
export const carriedDraft = strictObject('CarriedDraft', {
  handle,
  sealed: z
    .string()
    .length(SEALED_LENGTH)
    .regex(/^[\w-]+$/),
  /** The Idempotency-Key under which it will be filed. */
  key: z.string().min(1).max(255),
})

export const draftHandle = strictObject('DraftHandle', { handle })

export const carriedUntil = object('CarriedUntil', { expiresAt: instant })

export const sealedDraft = object('SealedDraft', { sealed: z.string() })

export const noDraft = object('NoDraft', {})
