import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import { wasTaken } from '../../case/notices/delivery.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { type LateList, lateList, lateQuery } from '../../contract/late.ts'
import { localDayOf, workingDaysBetween } from '../../offices/calendar/working-days.ts'
import { findLateClocks, listLate, listPaused, turnOf } from '../../register/figure-lists.ts'
import { answers, forStaff, newApi, route, tenantParam } from '../openapi.ts'
import { byName, categoryView, sayStandingPause } from '../views/common-views.ts'
import { type CaseViewPorts, viewContextOf } from '../views/show-case.ts'
import type { ViewContext } from '../views/view-context.ts'

const list = route.get('/late', {
  summary: 'What is late, for how long, why, and whose turn it is',
  ...forStaff('cases.read'),
  request: { params: tenantParam, query: lateQuery },
  responses: answers(200, lateList, 'The longest late first'),
})

export function lateRoutes(ports: CaseActionPorts & CaseViewPorts) {
  const api = newApi()
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const { items, nextCursor } = await listLate(ports, c.get('staff'), { limit, after: cursor })
    const paused = cursor ? [] : await listPaused(ports, c.get('staff'))
    const context = await viewContextOf(c, ports)
    const read = (cases: readonly Complaint[]) => listAs(ports, c.get('staff'), cases, c.get('language'))
    return c.json(
      {
        items: (await read(items)).map((complaint) => lateLine(complaint, context)),
        paused: (await read(paused)).map((complaint) => pausedLine(complaint, context)),
        nextCursor,
      },
      200,
    )
  })
  return api
}

const pausedLine = (complaint: Complaint, { tenant, wording }: ViewContext): LateList['paused'][number] => ({
  number: complaint.id,
  subject: complaint.dossier.subject,
  category: categoryView(tenant, complaint.category, wording).label,
  sentence: sayStandingPause(complaint, tenant.settings, wording) ?? '',
})

function lateLine(complaint: Complaint, { tenant, wording, now, members }: ViewContext): LateList['items'][number] {
  const { calendar } = tenant.settings
  const { dossier } = complaint
  const today = localDayOf(now, calendar)
  const because = dossier.delays.at(-1)
  const turn = turnOf(complaint)
  return {
    number: complaint.id,
    subject: dossier.subject,
    category: categoryView(tenant, complaint.category, wording, complaint.receivedAt).label,
    statusLabel: wording.labels.status[complaint.status],
    clocks: findLateClocks(complaint.clocks, now).map(({ clock, dueAt, promisedAt }) => ({
      label: wording.clocks.clocks[clock],
      dueAt,
      workingDaysLate: workingDaysBetween(localDayOf(dueAt, calendar), today, calendar).workingDays,
      newDate: promisedAt ?? null,
    })),
    reporterTold: wasNotified(complaint),
    because: because ? { reason: because.reason, by: byName(wording)(because.by), at: because.at } : null,
    turn:
      'person' in turn
        ? (members.get(turn.person)?.name ?? wording.labels.role.case_handler)
        : wording.labels.role[turn.role],
  }
}

function wasNotified({ notices }: Complaint): boolean {
  const last = notices.findLast(({ event }) => event === 'late')
  return last !== undefined && wasTaken(last.state)
}
