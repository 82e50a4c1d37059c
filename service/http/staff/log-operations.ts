import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findHiddenNumbers, pageWithoutHoles } from '../../case/access/case-access.ts'
import { chainRequest, chainView, logFilter, logQuery, logView } from '../../contract/keeping.ts'
import type { ApprovalStore } from '../../keeping/approvals/approval.ts'
import { programId } from '../../offices/api-keys/api-keys.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import { findHeadOfDay, type LogEntry } from '../../offices/log/access-log.ts'
import { foldReadings, type LogFilter, queryForLog } from '../../offices/log/found-entries.ts'
import { type ChainPlace, verifyStep } from '../../offices/log/log-verification.ts'
import type { Cell } from '../../offices/office-paper.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Day, type Instant, instantOf, parseDay } from '../../shared/instant.ts'
import { InvalidCursor } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { file, json, op } from '../operation.ts'
import { csvResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { csvOf, logColumns, logRow } from '../views/register-table.ts'

const ROWS = 50
const AT_ONCE = 100
/** So many pages are read for one answer; where many readings fold into few rows, the answer is shorter. */
const MOST_PAGES = 10

/** Entries contain codes only, so the purpose of an export is read from its request. */
async function purposesOf(
  approvals: ApprovalStore,
  tenant: TenantId,
  lines: readonly LogEntry[],
): Promise<ReadonlyMap<string, string>> {
  const exported = lines.flatMap(({ act, subject }) => (act === 'register.exported' && subject ? [subject] : []))
  const found = await Promise.all(
    exported.map(async (id) => [id, (await approvals.get(tenant, id)).content.reason] as const),
  )
  return new Map(found)
}

const YEARS_OF_TAIL = 10

/** A tail of digits may be of any of the last years. */
function numbersMeant(text: string, prefix: string, today: Day): readonly string[] {
  if (!/^\d{1,9}$/.test(text)) return [...new Set([text.toUpperCase(), text])]
  const year = Number(today.slice(0, 4))
  return Array.from({ length: YEARS_OF_TAIL }, (_, back) => `${prefix}-${year - back}-${text.padStart(6, '0')}`)
}

function filterOf(
  { by, act, number, from, to }: z.output<typeof logFilter>,
  { settings }: Tenant,
  now: Instant,
): LogFilter {
  const { calendar, numberPrefix } = settings
  return {
    ...(by && { by }),
    ...(act?.length && { acts: act }),
    ...(number && { subjects: numbersMeant(number, numberPrefix, localDateOf(now, calendar)) }),
    ...(from && { from: momentAt(dayNumberOf(parseDay(from)), '00:00', calendar) }),
    ...(to && { to: endOfDay(dayNumberOf(parseDay(to)), calendar) }),
  }
}

async function namesIn({ staff, apiKeys }: ApiOffice, tenant: TenantId): Promise<ReadonlyMap<string, string>> {
  const [members, programs] = await Promise.all([
    staff.members(tenant),
    apiKeys.find(tenant, { index: 'created', order: 'descending', limit: 200 }),
  ])
  return new Map<string, string>([
    ...members.map(({ id, name }) => [id, name] as const),
    ...programs.items.map((key) => [programId(key), `API: ${key.name}`] as const),
  ])
}

/** Yields visible entries, some at a time, each lot with the cursor of what follows it. */
async function* lotsOf(ports: ApiOffice, reader: StaffMember, filter: LogFilter, begin: string | null) {
  const hidden = await findHiddenNumbers(ports, reader)
  const query = queryForLog(filter)
  let after = begin
  do {
    const page: { readonly items: readonly LogEntry[]; readonly nextCursor: string | null } = await pageWithoutHoles(
      { limit: AT_ONCE, ...(after && { after }) },
      (paging) => ports.accessLog.find(reader.tenant, { ...query, ...paging }),
      ({ subject }) => subject === null || !hidden.has(subject),
    )
    yield page
    after = page.nextCursor
  } while (after)
}

/** Reading the log adds an entry to it. */
export const logOperations = [
  op('GET /log', {
    summary: 'Who read or did what in the unit, newest first',
    may: ['log.read'],
    query: logQuery,
    answer: json(logView, 'A page of the log'),
    does: async ({ office, staff, tenant: unit, query }) => {
      const { tenant } = staff
      requirePermission(staff, 'log.read')
      const { cursor, ...asked } = query
      const begin = cursor ? await office.cursorSeal.open(tenant, cursor) : null
      await office.record(tenant, { by: staff.id, act: 'log.read', subject: null, detail: null })
      const { calendar } = unit.settings
      const dayOf = (at: Instant) => localDateOf(at, calendar)
      const filter = filterOf(asked, unit, office.now())
      let [items, pages]: [LogEntry[], number] = [[], 0]
      let [rows, next]: [ReturnType<typeof foldReadings>, string | null] = [[], null]
      for await (const lot of lotsOf(office, staff, filter, begin)) {
        items = [...items, ...lot.items]
        rows = foldReadings(items, dayOf)
        next = lot.nextCursor
        if (rows.length >= ROWS || ++pages === MOST_PAGES) break
      }
      const [names, head, purposes] = await Promise.all([
        namesIn(office, tenant),
        findHeadOfDay(office, tenant, office.now().slice(0, 10)),
        purposesOf(
          office.approvals,
          tenant,
          rows.map(({ entry }) => entry),
        ),
      ])
      // Their places are left out: a gap would tell the person whom a guarded case concerns that somebody reads it.
      const lines = rows.map(({ entry: { at, by, act, subject, detail }, times, since }) => ({
        ...{ at, act, subject, detail, times, since },
        by: names.get(by) ?? by,
        purpose: purposes.get(subject ?? '') ?? null,
      }))
      const people = [...names].map(([id, name]) => ({ id, name }))
      const nextCursor = next && (await office.cursorSeal.seal(tenant, next))
      return { items: lines, nextCursor, head, people }
    },
  }),
  op('POST /log/verification', {
    summary: 'Follow the chain of the log for a moment, from where the last request ended',
    may: ['log.read'],
    body: chainRequest,
    answer: json(chainView, 'How far it is whole'),
    does: async ({ office, staff, tenant: unit, body }) => {
      const { tenant } = staff
      requirePermission(staff, 'log.read')
      const { cursor } = body
      if (!cursor) await office.record(tenant, { by: staff.id, act: 'log.verified', subject: null, detail: null })
      const state = cursor ? readPlace(await office.cursorSeal.open(tenant, cursor)) : undefined
      const { next, from, until, fault } = await verifyStep(office, tenant, state)
      const { calendar } = unit.settings
      // Days only: the moment of an entry might be that of one which is hidden from the reader.
      const dayOf = (at: Instant | null) => at && localDateOf(at, calendar)
      return {
        cursor: next && (await office.cursorSeal.seal(tenant, JSON.stringify(next))),
        ...{ from: dayOf(from), until: dayOf(until) },
        fault: fault && { fault: fault.fault, day: fault.at?.slice(0, 10) ?? null },
      }
    },
  }),
  op('GET /log/log.csv', {
    summary: 'The log, or what a filter leaves of it, as a file, line by line',
    may: ['log.read'],
    query: logFilter,
    answer: file('text/csv', 'The log'),
    does: async ({ office, query, c }) => {
      const { sheet, name } = await exported(c, office, query, 'csv')
      return csvResponse(c, name, csvOf(sheet))
    },
  }),
  op('GET /log/log.xlsx', {
    summary: 'The log, or what a filter leaves of it, as a file, line by line',
    may: ['log.read'],
    query: logFilter,
    answer: file(SPREADSHEET, 'The log'),
    does: async ({ office, query, c }) => {
      const { sheet, name } = await exported(c, office, query, 'xlsx')
      const book = { title: sheet.name, createdAt: office.now(), sheets: [sheet] } as const
      return streamResponse(c, SPREADSHEET, name, office.writeWorkbook(book))
    },
  }),
]

function readPlace(text: string): ChainPlace {
  const read: unknown = text.startsWith('{') ? JSON.parse(text) : null
  if (typeof read !== 'object' || read === null || !('place' in read) || !('previous' in read) || !('from' in read))
    throw new InvalidCursor('This cursor belongs to another list.')
  const { place, previous, from } = read
  return {
    place: Number(place),
    previous: String(previous),
    from: from === null ? null : instantOf(new Date(String(from))),
  }
}

/** The export is in the log before its first line leaves. */
async function exported(
  c: Context<AppEnv>,
  ports: ApiOffice,
  asked: z.output<typeof logFilter>,
  format: 'csv' | 'xlsx',
) {
  const reader = c.get('staff')
  requirePermission(reader, 'log.read')
  await ports.record(reader.tenant, { by: reader.id, act: 'log.exported', subject: null, detail: format })
  const names = await namesIn(ports, reader.tenant)
  const { calendar } = c.get('tenant').settings
  const filter = filterOf(asked, c.get('tenant'), ports.now())
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    for await (const { items } of lotsOf(ports, reader, filter, null))
      for (const entry of items) yield logRow(entry, names, calendar)
  }
  return {
    sheet: { name: 'Catatan akses', above: [], columns: logColumns, rows: rows() },
    name: `catatan-akses-${reader.tenant}-${localDateOf(ports.now(), calendar)}.${format}`,
  }
}
