import { listAs } from '../../case/access/cover-for.ts'
import type { SeriesStep } from '../../case/shape/timed-act.ts'
import type { BookPreview, OldBookView } from '../../contract/arrivals.ts'
import type { CaseReminders, OwnReminder } from '../../contract/register.ts'
import type { DryRunView, OfferedSeries, RuleList, SeriesList } from '../../contract/series.ts'
import type { DryRun } from '../../desk/rules/dry-run.ts'
import type { ShownWritten } from '../../desk/rules/rule-changes.ts'
import type { OfferedSeries as Offered } from '../../desk/series/series.ts'
import type { SeenRow } from '../../filing/old-books/book-check.ts'
import type { OldBook } from '../../filing/old-books/old-book.ts'
import type { Reminder } from '../../keeping/reminders/reminder-store.ts'
import type { ReminderOnCase } from '../../keeping/reminders/reminders.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { type Cell, defuseFormula } from '../../offices/office-paper.ts'
import { findLackOfSeries, MOST_RULES, MOST_SERIES, noSeries, type WrittenChange } from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { labelsOn, type Tenant, type TenantSettings } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { ApiOffice } from '../office.ts'
import { rowProblemTexts } from '../problem-texts.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName, categoryView } from './common-views.ts'
import { csvOf } from './register-table.ts'

export const ruleListView = (
  { rules: { version, rules, changes }, choices }: ShownWritten,
  names: ReadonlyMap<string, string>,
): RuleList => ({
  ...choices,
  version,
  rules,
  changes: viewOfChanges(changes, names),
  most: MOST_RULES,
})

/** Says who changed what; `null` is the service, or somebody whose account is gone. */
export const viewOfChanges = <What>(changes: readonly WrittenChange<What>[], names: ReadonlyMap<string, string>) =>
  changes.map((one) => ({ ...one, by: one.by && (names.get(one.by) ?? null) }))

export const dryRunView = ({ shown, ...run }: DryRun): DryRunView => ({
  ...run,
  shown: shown.map(({ id, receivedAt }) => ({ number: id, receivedAt })),
})

export const seriesListView = (
  { rules: { version, series = noSeries }, choices, known }: ShownWritten,
  names: ReadonlyMap<string, string>,
): SeriesList => ({
  version,
  series: series.list.map(({ id, name, does }) => ({
    ...{ id, name },
    does,
    lacks: findLackOfSeries({ does }, known),
  })),
  changes: viewOfChanges(series.changes, names),
  people: choices.people.flatMap(({ handles, ...one }) => (handles ? [one] : [])),
  labels: choices.labels,
  templates: choices.messages,
  most: MOST_SERIES,
})

type StepView = OfferedSeries['items'][number]['steps'][number]

const blank = { who: null, label: null, on: null, text: null } as const

function stepView(step: SeriesStep, settings: TenantSettings, names: ReadonlyMap<string, string>): StepView {
  const { act } = step
  switch (act) {
    case 'verify':
      return { act, ...blank }
    case 'dispatch':
      return { act, ...blank, who: names.get(step.handler) ?? null, text: step.instruction ?? null }
    case 'set-label': {
      const [label] = labelsOn(settings, [step.label])
      return {
        ...{ act, ...blank, on: step.on },
        label: label ?? null,
      }
    }
    default:
      return { act, ...blank, text: step.text }
  }
}

export const offeredSeriesView = (
  offered: readonly Offered[],
  settings: TenantSettings,
  names: ReadonlyMap<string, string>,
): OfferedSeries => ({
  items: offered.map(({ id, name, version, steps }) => ({
    ...{ id, name, version },
    steps: steps.map((step) => stepView(step, settings, names)),
  })),
})

/** @param hidden numbers that are kept from the viewer */
export function oldBookView(
  { content, ...book }: OldBook,
  viewer: StaffMember,
  wording: ViewWording,
  hidden: ReadonlySet<string>,
): OldBookView {
  const own = book.by === viewer.id
  return {
    ...{ ...book, own },
    by: byName(wording)(content.by),
    endsAt: book.state === 'open' ? book.nextAt : null,
    fileName: own ? content.fileName : null,
    sheets: own
      ? content.sheets.map(({ name, rows, layout, head }) => ({
          ...{ name, rows },
          ...layout,
          head: head.map(([row, cells]) => ({ row, cells: cells.map((cell) => cell.slice(0, 80)) })),
        }))
      : [],
    notTaken: own ? content.refusedRows : [],
    keptCases: content.keptCases.filter((one) => !hidden.has(one)),
    undoReason: content.undoReason,
  }
}

export const bookPreviewView = (seen: readonly SeenRow[], tenant: Tenant, wording: ViewWording): BookPreview => ({
  rows: seen.map(({ read: { found, ...read } }) => ({
    ...read,
    case: found && {
      ...found,
      categoryLabel: categoryView(tenant, found.category, wording).label,
      story: found.story.slice(0, 300),
      reporter:
        [found.reporter.name, found.reporter.address, found.reporter.phone, found.reporter.email]
          .filter(Boolean)
          .join(' · ') || null,
      answer: found.answer?.slice(0, 300) ?? null,
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

export const reminderView = ({ id, day, reason }: Reminder): CaseReminders['items'][number] => ({ id, day, reason })

/** Reminders with their cases, of which the person reads what they may. */
export async function ownReminderViews(
  ports: ApiOffice,
  staff: StaffMember,
  reminders: readonly ReminderOnCase[],
  { calendar, language }: Pick<TenantSettings, 'calendar'> & { readonly language: Language },
): Promise<OwnReminder[]> {
  const today = localDateOf(ports.now(), calendar)
  const read = await listAs(
    ports,
    staff,
    reminders.map(({ complaint }) => complaint),
    language,
  )
  return reminders.flatMap(({ reminder }, at) => {
    const complaint = read[at]
    if (!complaint) return []
    const { id: number, dossier } = complaint
    const mergedInto = dossier.merged?.into ?? null
    return [{ ...reminderView(reminder), number, subject: dossier.subject, late: reminder.day < today, mergedInto }]
  })
}
