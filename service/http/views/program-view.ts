import type { z } from '@hono/zod-openapi'
import { nextDueAt } from '../../case/case-clocks.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Open311Request, Open311Service, ProgramCase, programCaseDetails } from '../../contract/programs.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { momentAt } from '../../offices/calendar/working-days.ts'
import type { Category } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { OpenRecord } from '../../register/open311/open-records.ts'
import type { Day } from '../../shared/instant.ts'
import { categoryView, clockViews, type ViewContext } from './common-views.ts'

type ProgramContext = Pick<ViewContext, 'tenant' | 'wording' | 'now'>

/** A program learns what the office did with a case, and no text of it. */
export function programCaseView(complaint: Complaint, { tenant, wording, now }: ProgramContext): ProgramCase {
  const dueAt = nextDueAt(complaint.clocks)
  const { id: number, status, category, channel, receivedAt, dossier } = complaint
  return {
    number,
    status,
    statusLabel: wording.labels.status[status],
    category,
    categoryLabel: categoryView(tenant, category, wording, receivedAt).label,
    class: complaint.class,
    channel,
    receivedAt,
    dueAt,
    overdue: dueAt !== null && dueAt < now,
    outcome: dossier.answer?.outcome ?? null,
    laporId: dossier.lapor?.id ?? null,
  }
}

export function programCaseDetailsView(
  complaint: Complaint,
  context: ProgramContext,
): z.infer<typeof programCaseDetails> {
  const { tenant, wording, now } = context
  return {
    ...programCaseView(complaint, context),
    clocks: clockViews(complaint, tenant, wording, now).map(({ explanation: _, basis: __, ...clock }) => clock),
    history: complaint.dossier.history
      .filter((line) => line.public)
      .map(({ at, event }) => ({ at, event, label: wording.labels.event[event] })),
  }
}

type OpenRecordContext = Pick<ViewContext, 'tenant' | 'wording'>

export const serviceView = (
  { code, label, description }: Category,
  { tenant, wording: { language } }: OpenRecordContext,
): Open311Service => ({
  service_code: code,
  service_name: readIn(label, language),
  description: readIn(description, language),
  metadata: false,
  type: 'realtime',
  keywords: '',
  group: tenant.settings.shortName,
})

export function requestView(
  { id, category, status, isOver, receivedOn, updatedOn, expectedOn }: OpenRecord,
  { tenant: { settings }, wording }: OpenRecordContext,
): Open311Request {
  const midnight = (day: Day) => momentAt(dayNumberOf(day), '00:00', settings.calendar)
  return {
    service_request_id: id,
    status: isOver ? 'closed' : 'open',
    status_notes: wording.labels.status[status],
    service_name: readIn(category.label, wording.language),
    service_code: category.code,
    description: '',
    agency_responsible: settings.name,
    service_notice: '',
    requested_datetime: midnight(receivedOn),
    updated_datetime: midnight(updatedOn),
    expected_datetime: expectedOn ? midnight(expectedOn) : '',
    address: '',
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string): string =>
  // Control characters and lone surrogates are no XML, escaped or not.
  text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '').replace(/[&<>"']/g, (one) => escapes[one] ?? one)

/** Lists become elements of one name within another; anything else becomes one element. */
export function xmlOf([list, item]: readonly [list: string, item: string], value: readonly object[] | object): string {
  const body = Array.isArray(value) ? value.map((one: object) => element(item, one)).join('') : inner(value)
  return `<?xml version="1.0" encoding="utf-8"?><${list}>${body}</${list}>`
}

const element = (name: string, value: object): string => `<${name}>${inner(value)}</${name}>`

const inner = (value: object): string =>
  Object.entries(value)
    .map(([name, part]) => `<${name}>${Array.isArray(part) ? '' : escaped(String(part))}</${name}>`)
    .join('')
