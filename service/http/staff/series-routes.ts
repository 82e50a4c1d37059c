import type { Context } from 'hono'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  changeSeries as changeSchema,
  offeredSeries,
  orderSeries as orderSchema,
  seriesList,
  usableSeries,
} from '../../contract/series.ts'
import { bulkPermissions, listSeries } from '../../desk/bulk/bulk-orders.ts'
import { readWritten, type ShownWritten } from '../../desk/rules/rule-changes.ts'
import { changeSeries, offerSeries, orderSeries } from '../../desk/series/series.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { offeredSeriesView, seriesListView } from '../views/series-view.ts'
import { showCase } from '../views/show-case.ts'
import { staffNames } from '../views/staff-names.ts'

const shown = async (office: Office, c: Context<AppEnv>, written: ShownWritten) =>
  seriesListView(written, await staffNames(office, c.get('staff').tenant))

export const seriesOperations = [
  op('GET /series', {
    summary: 'The series of acts of the unit: several acts on a case as one button',
    may: ['tenant.configure'],
    answer: json(seriesList, 'In the order of their menu, with who changed what, and what can be chosen'),
    does: async ({ office, staff, c }) => shown(office, c, await readWritten(office, staff)),
  }),
  op('PUT /series', {
    summary: 'Replace the series of acts of the unit',
    may: ['tenant.configure'],
    body: changeSchema,
    answer: json(seriesList, 'They are offered from now on'),
    does: async ({ office, staff, body, c }) => shown(office, c, await changeSeries(office, staff, body)),
  }),
  op('GET /bulk-series', {
    summary: 'The series of acts that one may do on several cases',
    may: bulkPermissions,
    answer: json(usableSeries, 'In the order of their menu'),
    does: async ({ office, staff }) => {
      const items = await listSeries(office, staff)
      return { items: items.map(({ id, name }) => ({ id, name })) }
    },
  }),
  op('GET /cases/{number}/series', {
    summary: 'The series of acts of which each step would be accepted on the case as it stands',
    may: ['cases.read'],
    answer: json(offeredSeries, 'Each with what it would do and write'),
    does: async ({ office, staff, params }) => {
      const { tenant } = staff
      const offered = await offerSeries(office, staff, params.number)
      const { settings } = await office.tenants.get(tenant)
      return offeredSeriesView(offered, settings, await staffNames(office, tenant))
    },
  }),
  op('POST /cases/{number}/series', {
    summary: 'Do a series of acts on a case, so that it can be taken back for ten seconds',
    description:
      'It is refused where one of its steps would be. Nothing of it is done before those seconds are over; then all of it is done in one write, or nothing.',
    may: ['cases.read'],
    body: orderSchema,
    answer: json(caseSchema, 'It waits in the case; or is done, where a date ends within those seconds'),
    does: async ({ office, staff, params, body, c }) => {
      const { number } = params
      return showCase(office, c, await orderSeries(office, staff, { number, ...body }))
    },
  }),
]
