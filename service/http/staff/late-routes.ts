import { listAs } from '../../case/access/cover-for.ts'
import { wasTaken } from '../../case/notices/delivery.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { type LateList, lateList, lateQuery } from '../../contract/late.ts'
import { localDayOf, workingDaysBetween } from '../../offices/calendar/working-days.ts'
import { findLateClocks, listLate, listPaused, turnOf } from '../../register/figure-lists.ts'
import { json, op } from '../operation.ts'
import { byName, categoryView, sayStandingPause } from '../views/common-views.ts'
import { viewContextOf } from '../views/show-case.ts'
import type { ViewContext } from '../views/view-context.ts'

export const lateOperations = [
  op('GET /late', {
    summary: 'What is late, for how long, why, and whose turn it is',
    may: ['cases.read'],
    query: lateQuery,
    answer: json(lateList, 'The longest late first'),
    does: async ({ office, staff, language, query, c }) => {
      const { cursor, limit } = query
      const { items, nextCursor } = await listLate(office, staff, { limit, after: cursor })
      const paused = cursor ? [] : await listPaused(office, staff)
      const context = await viewContextOf(c, office)
      const read = (cases: readonly Complaint[]) => listAs(office, staff, cases, language)
      return {
        items: (await read(items)).map((complaint) => lateLine(complaint, context)),
        paused: (await read(paused)).map((complaint) => pausedLine(complaint, context)),
        nextCursor,
      }
    },
  }),
]

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
