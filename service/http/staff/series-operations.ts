import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listAs } from '../../case/access/cover-for.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import * as seriesWire from '../../contract/series.ts'
import * as templatesWire from '../../contract/templates.ts'
import { type Bulk, undoWindow } from '../../desk/bulk/bulk.ts'
import * as bulkOrders from '../../desk/bulk/bulk-orders.ts'
import { dryRunRule } from '../../desk/rules/dry-run.ts'
import { changeRules, readWritten, type ShownWritten } from '../../desk/rules/rule-changes.ts'
import { changeSeries, offerSeries, orderSeries } from '../../desk/series/series.ts'
import {
  addTemplate,
  changeTemplate,
  listTemplates,
  offerTemplates,
  removeTemplate,
} from '../../desk/templates/templates.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { SECOND } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, nothing, op, passTo } from '../operation.ts'
import { sentenceFor } from '../problem.ts'
import { staffNames } from '../views/common-views.ts'
import { offeredViews, templateListView, templateView } from '../views/letter-view.ts'
import { dryRunView, offeredSeriesView, ruleListView, seriesListView } from '../views/series-view.ts'
import { showCase } from '../views/show-case.ts'

const namesFor = (office: ApiOffice, c: Context<AppEnv>) => staffNames(office, c.get('staff').tenant)

export const templateOperations = [
  op('GET /templates', {
    summary: 'The templates of the unit',
    may: ['templates.manage'],
    answer: json(templatesWire.templateList, 'By name, with the places that they can have'),
    does: async ({ office, staff, tenant, c }) =>
      templateListView(await listTemplates(office, staff), tenant, await namesFor(office, c)),
  }),
  op('POST /templates', {
    summary: 'Add a template',
    may: ['templates.manage'],
    body: templatesWire.addTemplate,
    answer: created(templatesWire.templateView, 'Offered from now on'),
    does: async ({ office, staff, body, c }) =>
      templateView(await addTemplate(office, staff, body), await namesFor(office, c)),
  }),
  op('PUT /templates/{id}', {
    summary: 'Change a template',
    may: ['templates.manage'],
    body: templatesWire.changeTemplate,
    answer: json(templatesWire.templateView, 'Changed'),
    does: async ({ office, staff, params, body, c }) => {
      const changed = await changeTemplate(office, staff, { ...params, ...body })
      return templateView(changed, await namesFor(office, c))
    },
  }),
  op('DELETE /templates/{id}', {
    summary: 'Remove a template; what was sent with it stays',
    may: ['templates.manage'],
    answer: nothing('Removed'),
    does: ({ office, staff, params }) => removeTemplate(office, staff, params.id),
  }),
  op('GET /cases/{number}/templates', {
    summary: 'The templates that fit a case and what one can do to it now, their places filled',
    may: ['cases.read'],
    answer: json(templatesWire.offeredTemplates, 'To be read, changed and sent by a person'),
    does: async ({ office, staff, params }) => {
      const { templates, suggested } = await offerTemplates(office, staff, params.number)
      return { items: offeredViews(templates, suggested) }
    },
  }),
]

const shown = async (office: ApiOffice, c: Context<AppEnv>, written: ShownWritten) =>
  ruleListView(written, await staffNames(office, c.get('staff').tenant))

export const ruleOperations = [
  op('GET /rules', {
    summary: 'The rules by which the unit has cases given out, alerts and notes made by themselves',
    may: ['tenant.configure'],
    answer: json(seriesWire.ruleList, 'In their order, with who changed what, and what can be chosen in them'),
    does: async ({ office, staff, c }) => shown(office, c, await readWritten(office, staff)),
  }),
  op('PUT /rules', {
    summary: 'Replace the rules of the unit',
    may: ['tenant.configure'],
    body: seriesWire.changeRules,
    answer: json(seriesWire.ruleList, 'They act from now on'),
    does: passTo(changeRules, shown),
  }),
  op('POST /rules/dry-run', {
    summary: 'The cases of the last 90 days on which a rule would have acted; nothing changes',
    may: ['tenant.configure'],
    body: seriesWire.dryRunRule,
    answer: json(seriesWire.dryRunView, 'How many, and the newest of them'),
    does: async ({ office, staff, body }) => dryRunView(await dryRunRule(office, staff, body.when)),
  }),
]

const seriesShown = async (office: ApiOffice, c: Context<AppEnv>, written: ShownWritten) =>
  seriesListView(written, await staffNames(office, c.get('staff').tenant))

export const seriesOperations = [
  op('GET /series', {
    summary: 'The series of acts of the unit: several acts on a case as one button',
    may: ['tenant.configure'],
    answer: json(seriesWire.seriesList, 'In the order of their menu, with who changed what, and what can be chosen'),
    does: async ({ office, staff, c }) => seriesShown(office, c, await readWritten(office, staff)),
  }),
  op('PUT /series', {
    summary: 'Replace the series of acts of the unit',
    may: ['tenant.configure'],
    body: seriesWire.changeSeries,
    answer: json(seriesWire.seriesList, 'They are offered from now on'),
    does: passTo(changeSeries, seriesShown),
  }),
  op('GET /bulk-series', {
    summary: 'The series of acts that one may do on several cases',
    may: bulkOrders.bulkPermissions,
    answer: json(seriesWire.usableSeries, 'In the order of their menu'),
    does: async ({ office, staff }) => {
      const items = await bulkOrders.listSeries(office, staff)
      return { items: items.map(({ id, name }) => ({ id, name })) }
    },
  }),
  op('GET /cases/{number}/series', {
    summary: 'The series of acts of which each step would be accepted on the case as it stands',
    may: ['cases.read'],
    answer: json(seriesWire.offeredSeries, 'Each with what it would do and write'),
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
    body: seriesWire.orderSeries,
    answer: json(caseSchema, 'It waits in the case; or is done, where a date ends within those seconds'),
    does: async ({ office, staff, params, body, c }) =>
      showCase(office, c, await orderSeries(office, staff, { number: params.number, ...body })),
  }),
]

function previewView(
  foreseen: readonly bulkOrders.PreviewedCase[],
  act: keyof typeof undoWindow,
  language: Language,
): seriesWire.BulkPreview {
  const items = foreseen.map(({ number, complaint, refused }) => ({
    number,
    subject: complaint?.dossier.subject ?? null,
    status: complaint?.status ?? null,
    revision: complaint?.revision ?? 0,
    changes: refused === null,
    why: refused && sentenceFor(refused.code, language, refused.details),
  }))
  return { items, undoSeconds: undoWindow[act] / SECOND }
}

const viewOf = ({ id, state, nextAt, content }: Bulk, language: Language): seriesWire.BulkView => ({
  ...{ id, state },
  act: content.act,
  undoUntil: nextAt,
  cases: content.cases.map(({ number, result }) => ({
    number,
    done: result !== null && 'done' in result,
    why: result !== null && 'refused' in result ? sentenceFor(result.refused, language) : null,
  })),
})

export const bulkOperations = [
  op('POST /bulk-previews', {
    summary: 'What one act would do to many cases; nothing is done',
    may: bulkOrders.bulkPermissions,
    body: seriesWire.bulkPreviewRequest,
    answer: json(seriesWire.bulkPreview, 'Each case, and why it would stay as it is'),
    does: async ({ office, staff, language, body }) => {
      const { order, cases } = body
      const foreseen = await bulkOrders.previewOrder(office, staff, order, cases)
      const read = await Promise.all(
        foreseen.map(async (one) => {
          const [complaint = null] = one.complaint ? await listAs(office, staff, [one.complaint], language) : []
          return { ...one, complaint }
        }),
      )
      return previewView(read, order.act, language)
    },
  }),
  op('POST /bulk-acts', {
    summary: 'Order one act on many cases',
    description: 'Nothing is done before the undo window is over; then each case is its own write.',
    may: bulkOrders.bulkPermissions,
    body: seriesWire.bulkRequest,
    answer: created(seriesWire.bulkView, 'Ordered; it can be taken back until then'),
    does: async ({ office, staff, language, body }) =>
      viewOf(await bulkOrders.orderBulk(office, staff, body.order, body.cases), language),
  }),
  op('GET /bulk-acts/{id}', {
    summary: 'What became of one’s own act on many cases',
    may: bulkOrders.bulkPermissions,
    answer: json(seriesWire.bulkView, 'As it stands; it is known for a day'),
    does: async ({ office, staff, language, params }) =>
      viewOf(await bulkOrders.bulkOf(office, staff, params.id), language),
  }),
  op('POST /bulk-acts/{id}/undo', {
    summary: 'Take all of it back before anything is done',
    may: bulkOrders.bulkPermissions,
    body: z.strictObject({}),
    answer: json(seriesWire.bulkView, 'As it stands now'),
    does: async ({ office, staff, language, params }) =>
      viewOf(await bulkOrders.undoBulk(office, staff, params.id), language),
  }),
  op('POST /bulk-acts/{id}/haste', {
    summary: 'Do it now, without waiting',
    may: bulkOrders.bulkPermissions,
    body: z.strictObject({}),
    answer: json(seriesWire.bulkView, 'As it stands now'),
    does: async ({ office, staff, language, params }) =>
      viewOf(await bulkOrders.hastenBulk(office, staff, params.id), language),
  }),
]
