import type { BookPreview, OldBookView } from '../../contract/old-books.ts'
import type { SeenRow } from '../../filing/old-books/book-check.ts'
import type { OldBook } from '../../filing/old-books/old-book.ts'
import { type Cell, defuseFormula } from '../../offices/office-paper.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { rowProblemTexts } from '../problem-texts.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName, categoryView } from './common-views.ts'
import { csvOf } from './register-csv.ts'

/** @param hidden numbers that are kept from the viewer */
export function oldBookView(
  { id, number, state, by, begunAt, nextAt, progress, content }: OldBook,
  viewer: StaffMember,
  wording: ViewWording,
  hidden: ReadonlySet<string>,
): OldBookView {
  const own = by === viewer.id
  const { pages: _, ...counts } = progress
  return {
    ...{ id, number, state, begunAt, own },
    by: byName(wording)(content.by),
    endsAt: state === 'open' ? nextAt : null,
    fileName: own ? content.fileName : null,
    sheets: own
      ? content.sheets.map(({ name, rows, layout, head }) => ({
          ...{ name, rows },
          ...layout,
          head: head.map(([row, cells]) => ({ row, cells: cells.map((cell) => cell.slice(0, 80)) })),
        }))
      : [],
    progress: counts,
    notTaken: own ? content.refusedRows : [],
    keptCases: content.keptCases.filter((one) => !hidden.has(one)),
    undoReason: content.undoReason,
  }
}

export const bookPreviewView = (seen: readonly SeenRow[], tenant: Tenant, wording: ViewWording): BookPreview => ({
  rows: seen.map(({ read: { row, refused, warnings, found } }) => ({
    ...{ row, refused },
    warnings,
    case: found && {
      ...{ receivedDay: found.receivedDay, oldNumber: found.oldNumber, channel: found.channel, status: found.status },
      categoryLabel: categoryView(tenant, found.category, wording).label,
      subject: found.subject,
      story: found.story.slice(0, 300),
      reportedPerson: found.reportedPerson,
      reporter:
        [found.reporter.name, found.reporter.address, found.reporter.phone, found.reporter.email]
          .filter(Boolean)
          .join(' · ') || null,
      answer: found.answer?.slice(0, 300) ?? null,
      ...{ closedAt: found.closedAt, laporId: found.laporId },
    },
  })),
})

/** Rows that were not taken, to be corrected and imported again: the cells as they came, none of them a formula. */
export const notTakenCsv = (headings: readonly string[], rows: AsyncIterable<SeenRow>): AsyncGenerator<string> =>
  csvOf({
    columns: ['Baris', 'Alasan', ...headings].map((heading) => ({ heading: defuseFormula(heading), width: 20 })),
    rows: tabled(rows),
  })

async function* tabled(rows: AsyncIterable<SeenRow>): AsyncGenerator<readonly Cell[]> {
  for await (const { read, cells } of rows) {
    yield [read.row, read.refused && rowProblemTexts[read.refused], ...cells]
  }
}
