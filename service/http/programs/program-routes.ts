import type { Context } from 'hono'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import { statisticsView as statisticsSchema } from '../../contract/figures.ts'
import { programCaseDetails, programIntake, programQuery, programRegister } from '../../contract/programs.ts'
import { enterComplaint } from '../../filing/enter-complaint.ts'
import { awaitsStaff, notReady } from '../../offices/duties/duties.ts'
import { listRegister, openRow } from '../../register/register.ts'
import { unitStatistics } from '../../register/reports/unit-statistics.ts'
import type { AppEnv } from '../app-env.ts'
import { readEntry } from '../entry-request.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, op } from '../operation.ts'
import { idempotencyHeader, idempotencyKeyOf } from '../public/filing-routes.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'
import { statisticsView } from '../views/figures-view.ts'
import { programCaseDetailsView, programCaseView } from '../views/program-view.ts'

const contextOf = (office: ApiOffice, c: Context<AppEnv>) => ({
  tenant: c.get('tenant'),
  wording: viewWordings[c.get('language')],
  now: office.now(),
})

export const programOperations = [
  op('GET /tenants/{tenant}/integration/cases', {
    summary: 'For programs: cases without words and names',
    may: { scope: 'cases:read' },
    query: programQuery,
    answer: json(programRegister, 'A page, the newest first'),
    does: async ({ office, staff, query, c }) => {
      const asked = { ...query, sort: 'received_desc' } as const
      const { items, nextCursor } = await listRegister(office, staff, asked)
      const seen = contextOf(office, c)
      return { items: items.map((one) => programCaseView(one, seen)), nextCursor }
    },
  }),
  op('GET /tenants/{tenant}/integration/cases/{number}', {
    summary: 'For programs: how a case goes',
    may: { scope: 'cases:read' },
    answer: json(programCaseDetails, 'Its dates and what happened, without words and names'),
    does: async ({ office, staff, params, c }) => {
      const complaint = await openRow(office, staff, params.number)
      return programCaseDetailsView(await office.complaints.whole(complaint), contextOf(office, c))
    },
  }),
  op('POST /tenants/{tenant}/integration/cases', {
    summary: 'For programs: enter a complaint that they took, such as a call centre’s',
    may: { scope: 'cases:file' },
    headers: idempotencyHeader,
    body: programIntake,
    answer: created(receiptSchema, 'Received: written durably, numbered, with the tracking code for the reporter'),
    does: async ({ office, staff, tenant, unheld, body: asked, c }) => {
      const { given, receiving, body } = readEntry(asked)

      // Nothing was taken, so the program keeps what it has and comes again.
      if (awaitsStaff(tenant, unheld)) throw notReady()
      const received = await enterComplaint(office, staff, tenant, given, receiving, {
        idempotencyKey: idempotencyKeyOf(c),
        body,
      })
      return receiptView(received.complaint, received.trackingCode, tenant, {
        ...contextOf(office, c),
        links: office.links,
      })
    },
  }),
  op('GET /tenants/{tenant}/integration/statistics', {
    summary: 'For programs: counts of the unit, small ones hidden',
    may: { scope: 'statistics:read' },
    answer: json(statisticsSchema, 'Counts of all time up to now, and no case'),
    does: async ({ office, staff, tenant, c }) =>
      statisticsView(await unitStatistics(office, staff, tenant), tenant, contextOf(office, c).wording),
  }),
]
