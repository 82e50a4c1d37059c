import { createRoute, z } from '@hono/zod-openapi'
import { numbersKeptFrom, pageWithoutHoles } from '../../complaints/case-access.ts'
import type { ComplaintStore } from '../../complaints/complaint-store.ts'
import { logView } from '../../contract/log-view.ts'
import type { LogEntry } from '../../records/access-log.ts'
import type { RecordAccess } from '../../records/record-access.ts'
import { requirePermission } from '../../staff/permissions.ts'
import type { StaffDirectory } from '../../staff/staff-directory.ts'
import type { Collection } from '../../storage/collection.ts'
import { answers, forStaff, newApi, tenantParam } from '../openapi.ts'

export interface LogRoutePorts {
  readonly complaints: ComplaintStore
  readonly accessLog: Collection<LogEntry>
  readonly staff: StaffDirectory
  readonly record: RecordAccess
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

/** Mounted behind `identifyMember`. Reading the log is a line in it. */
export function logRoutes(ports: LogRoutePorts) {
  const { accessLog, staff, record } = ports
  return newApi().openapi(list, async (c) => {
    const reader = c.get('staff')
    const { id, tenant } = reader
    requirePermission(reader, 'log.read')
    const paging = { limit: PAGE, after: c.req.valid('query').cursor }
    await record(tenant, { by: id, act: 'log.read', subject: null, detail: null })
    const [members, kept] = await Promise.all([staff.members(tenant), numbersKeptFrom(ports, reader)])
    const { items, nextCursor } = await pageWithoutHoles(
      paging,
      (page) => accessLog.find(tenant, { index: 'place', order: 'descending', ...page }),
      ({ subject }) => subject === null || !kept.has(subject),
    )
    const names = new Map(members.map((member) => [member.id, member.name]))
    // Without their places: a hole would tell whom a case concerns that somebody reads it.
    const lines = items.map(({ at, by, act, subject, detail }) => ({
      at,
      by: names.get(by) ?? by,
      act,
      subject,
      detail,
    }))
    return c.json({ items: lines, nextCursor }, 200)
  })
}
