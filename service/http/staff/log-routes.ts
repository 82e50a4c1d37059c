import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findHiddenNumbers, pageWithoutHoles } from '../../case/access/case-access.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { chainRequest, chainView, logFilter, logQuery, logView } from '../../contract/log-view.ts'
import type { ApprovalStore } from '../../keeping/approvals/approval.ts'
import { type ApiKey, programId } from '../../offices/api-keys/api-keys.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import { findHeadOfDay, type LogEntry, type RecordAccess } from '../../offices/log/access-log.ts'
import { type CursorSeal, foldReadings, type LogFilter, queryForLog } from '../../offices/log/found-entries.ts'
import { type ChainPlace, type VerifyLogPorts, verifyStep } from '../../offices/log/log-verification.ts'
import type { Cell, WriteWorkbook } from '../../offices/office-paper.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Day, type Instant, instantOf, parseDay } from '../../shared/instant.ts'
import { type Collection, InvalidCursor } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { csvResponse, fileAnswer, SPREADSHEET, streamResponse } from '../send-file.ts'
import { logColumns, logRow } from '../views/log-rows.ts'
import { csvOf } from '../views/register-csv.ts'

export interface LogRoutePorts extends VerifyLogPorts {
  readonly complaints: ComplaintStore
  readonly staff: StaffDirectory
  readonly record: RecordAccess
  readonly approvals: ApprovalStore
  readonly apiKeys: Collection<ApiKey>
  readonly cursorSeal: CursorSeal
  readonly writeWorkbook: WriteWorkbook
}

const list = route.get('/', {
  summary: 'Who read or did what in the unit, newest first',
  ...forStaff('log.read'),
  request: { params: tenantParam, query: logQuery },
  responses: answers(200, logView, 'A page of the log'),
})
const verify = route.post('/verification', {
  summary: 'Follow the chain of the log for a moment, from where the last request ended',
  ...forStaff('log.read'),
  request: { params: tenantParam, ...jsonBody(chainRequest) },
  responses: answers(200, chainView, 'How far it is whole'),
})
const exportAs = (format: 'csv' | 'xlsx') =>
  route.get(`/log.${format}`, {
    summary: 'The log, or what a filter leaves of it, as a file, line by line',
    ...forStaff('log.read'),
    request: { params: tenantParam, query: logFilter },
    responses: { 200: fileAnswer(format === 'csv' ? 'text/csv' : SPREADSHEET, 'The log'), ...refusals },
  })

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

async function namesIn({ staff, apiKeys }: LogRoutePorts, tenant: TenantId): Promise<ReadonlyMap<string, string>> {
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
async function* lotsOf(ports: LogRoutePorts, reader: StaffMember, filter: LogFilter, begin: string | null) {
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
export function logRoutes(ports: LogRoutePorts) {
  const { record, cursorSeal } = ports
  const api = newApi()

  api.openapi(list, async (c) => {
    const reader = c.get('staff')
    const { tenant } = reader
    requirePermission(reader, 'log.read')
    const { cursor, ...asked } = c.req.valid('query')
    const begin = cursor ? await cursorSeal.open(tenant, cursor) : null
    await record(tenant, { by: reader.id, act: 'log.read', subject: null, detail: null })
    const { calendar } = c.get('tenant').settings
    const dayOf = (at: Instant) => localDateOf(at, calendar)
    const filter = filterOf(asked, c.get('tenant'), ports.now())
    let [items, pages]: [LogEntry[], number] = [[], 0]
    let [rows, next]: [ReturnType<typeof foldReadings>, string | null] = [[], null]
    for await (const lot of lotsOf(ports, reader, filter, begin)) {
      items = [...items, ...lot.items]
      rows = foldReadings(items, dayOf)
      next = lot.nextCursor
      if (rows.length >= ROWS || ++pages === MOST_PAGES) break
    }
    const [names, head, purposes] = await Promise.all([
      namesIn(ports, tenant),
      findHeadOfDay(ports, tenant, ports.now().slice(0, 10)),
      purposesOf(
        ports.approvals,
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
    const nextCursor = next && (await cursorSeal.seal(tenant, next))
    return c.json({ items: lines, nextCursor, head, people }, 200)
  })

  api.openapi(verify, async (c) => {
    const reader = c.get('staff')
    const { tenant } = reader
    requirePermission(reader, 'log.read')
    const { cursor } = c.req.valid('json')
    if (!cursor) await record(tenant, { by: reader.id, act: 'log.verified', subject: null, detail: null })
    const state = cursor ? readPlace(await cursorSeal.open(tenant, cursor)) : undefined
    const { next, from, until, fault } = await verifyStep(ports, tenant, state)
    const { calendar } = c.get('tenant').settings
    // Days only: the moment of an entry might be that of one which is hidden from the reader.
    const dayOf = (at: Instant | null) => at && localDateOf(at, calendar)
    return c.json(
      {
        cursor: next && (await cursorSeal.seal(tenant, JSON.stringify(next))),
        ...{ from: dayOf(from), until: dayOf(until) },
        fault: fault && { fault: fault.fault, day: fault.at?.slice(0, 10) ?? null },
      },
      200,
    )
  })

  api.openapi(exportAs('csv'), async (c) => {
    const { sheet, name } = await exported(c, ports, c.req.valid('query'), 'csv')
    return csvResponse(c, name, csvOf(sheet))
  })
  api.openapi(exportAs('xlsx'), async (c) => {
    const { sheet, name } = await exported(c, ports, c.req.valid('query'), 'xlsx')
    const book = { title: sheet.name, createdAt: ports.now(), sheets: [sheet] } as const
    return streamResponse(c, SPREADSHEET, name, ports.writeWorkbook(book))
  })
  return api
}

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
  ports: LogRoutePorts,
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
