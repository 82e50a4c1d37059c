import { createRoute, z } from '@hono/zod-openapi'
import { findHiddenNumbers, pageWithoutHoles } from '../../case/access/case-access.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { logView } from '../../contract/log-view.ts'
import type { ApprovalStore } from '../../keeping/approvals/approval-store.ts'
import { type ApiKey, programId } from '../../offices/api-keys/api-key.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import type { CursorSeal } from '../../offices/log/cursor-seal.ts'
import { findHeadOfDay, type SignHeadPorts } from '../../offices/log/log-head.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Collection } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { answers, forStaff, newApi, tenantParam } from '../openapi.ts'

export interface LogRoutePorts extends Pick<SignHeadPorts, 'logHeads' | 'headSigner' | 'now'> {
  readonly complaints: ComplaintStore
  readonly accessLog: Collection<LogEntry>
  readonly staff: StaffDirectory
  readonly record: RecordAccess
  readonly approvals: ApprovalStore
  readonly apiKeys: Collection<ApiKey>
  readonly cursorSeal: CursorSeal
}

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Who read or did what in the unit, newest first',
  ...forStaff('log.read'),
  request: { params: tenantParam, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: answers(200, logView, 'A page of the log'),
})

const PAGE = 50

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

/** Reading the log adds an entry to it. */
export function logRoutes(ports: LogRoutePorts) {
  const { accessLog, staff, record, cursorSeal } = ports
  return newApi().openapi(list, async (c) => {
    const reader = c.get('staff')
    const { id, tenant } = reader
    requirePermission(reader, 'log.read')
    const { cursor } = c.req.valid('query')
    const paging = { limit: PAGE, after: cursor && (await cursorSeal.open(tenant, cursor)) }
    await record(tenant, { by: id, act: 'log.read', subject: null, detail: null })
    const [members, kept, head] = await Promise.all([
      staff.members(tenant),
      findHiddenNumbers(ports, reader),
      findHeadOfDay(ports, tenant, ports.now().slice(0, 10)),
    ])
    const { items, nextCursor } = await pageWithoutHoles(
      paging,
      (page) => accessLog.find(tenant, { index: 'place', order: 'descending', ...page }),
      ({ subject }) => subject === null || !kept.has(subject),
    )
    const programs = (await ports.apiKeys.find(tenant, { index: 'created', order: 'descending', limit: 200 })).items
    const names = new Map<string, string>([
      ...members.map(({ id, name }) => [id, name] as const),
      ...programs.map((key) => [programId(key), `API: ${key.name}`] as const),
    ])
    // Their places are left out: a gap would tell the person whom a guarded case concerns that somebody reads it.
    const purposes = await purposesOf(ports.approvals, tenant, items)
    const lines = items.map(({ at, by, act, subject, detail }) => ({
      at,
      by: names.get(by) ?? by,
      act,
      subject,
      detail,
      purpose: purposes.get(subject ?? '') ?? null,
    }))
    const next = nextCursor && (await cursorSeal.seal(tenant, nextCursor))
    return c.json({ items: lines, nextCursor: next, head }, 200)
  })
}
