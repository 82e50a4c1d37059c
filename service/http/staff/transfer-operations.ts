import { listAs } from '../../case/access/cover-for.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import * as transfersWire from '../../contract/transfers.ts'
import { noteLaporId, prepareEntry, reconcile, withoutLaporId } from '../../desk/lapor/lapor.ts'
import { acceptTransfer, listTransfers, returnTransfer } from '../../desk/transfers/settlements.ts'
import type { Transfer } from '../../desk/transfers/transfers.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { tenantParam } from '../openapi.ts'
import { created, json, op, passTo } from '../operation.ts'
import { type ViewWording, viewWordings } from '../view-wording.ts'
import { answerViews, categoryView, type ViewContext } from '../views/common-views.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const transferOperations = [
  op('GET /transfers', {
    summary: 'Cases that other units laid before this one',
    may: ['cases.verify'],
    answer: json(transfersWire.transferList, 'Those that wait, the oldest first'),
    does: async ({ office, staff, language }) => {
      const items = await listTransfers(office, staff)
      return { items: items.map((one) => transferView(one, viewWordings[language])) }
    },
  }),
  op('POST /transfers/{id}/acceptance', {
    summary: 'Take a case over',
    may: ['cases.verify'],
    params: { id: tenantParam.shape.tenant },
    body: transfersWire.acceptTransfer,
    answer: created(transfersWire.acceptedTransfer, 'Taken; its number here'),
    does: async ({ office, staff, params, body }) => {
      const request = { id: params.id, ...body }
      return { number: (await acceptTransfer(office, staff, request)).id }
    },
  }),
  op('POST /transfers/{id}/return', {
    summary: 'Give a case back with a reason',
    may: ['cases.verify'],
    params: { id: tenantParam.shape.tenant },
    body: transfersWire.returnTransfer,
    answer: json(transfersWire.returnedTransfer, 'Given back'),
    does: async ({ office, staff, params, body }) => {
      const { id } = params
      await returnTransfer(office, staff, { id, ...body })
      return { id }
    },
  }),
  op('GET /other-units', {
    summary: 'The other units of this service',
    may: ['cases.decline'],
    answer: json(transfersWire.otherUnits, 'By name'),
    does: async ({ office, staff }) => {
      requirePermission(staff, 'cases.decline')
      // From practice nothing goes to another unit, so none is offered.
      const all = isPractice(staff.tenant) ? [] : await office.tenants.list()
      const others = all.filter(({ id }) => id !== staff.tenant)
      const items = others.map(({ id, settings }) => ({ tenant: id, name: settings.name }))
      return { items: items.sort((one, other) => one.name.localeCompare(other.name, 'id')) }
    },
  }),
]

const transferView = ({ id, fromOffice, fromNumber, sentAt, content }: Transfer, wording: ViewWording) => {
  const {
    concerns: _,
    candidates: ___,
    chosen: ____,
    language: __,
    files,
    withheld = [],
    answers: given = [],
    ...told
  } = content
  return {
    ...{ id, from: fromOffice, fromNumber, sentAt, ...told, ...pickStory(told) },
    answers: answerViews(given, wording),
    files: files.map(({ name, size, type }) => ({ name, size, type })),
    withheld,
  }
}

/** SP4N-LAPOR! has no interface for offices, so people copy by hand. */
export const laporOperations = [
  op('POST /cases/{number}/lapor-id', {
    summary: 'Write down under which number the national channel keeps a case',
    may: ['cases.verify', 'cases.handle'],
    body: transfersWire.noteLaporId,
    answer: json(caseSchema, 'Noted; the case as it stands now'),
    does: passTo(noteLaporId, showCase),
  }),
  op('POST /cases/{number}/lapor-entry', {
    summary: 'A case in the words of the national channel’s form, to be pasted there',
    may: ['cases.verify', 'cases.handle'],
    body: transfersWire.prepareEntry,
    answer: json(transfersWire.preparedEntry, 'Its fields; that they were taken is written down'),
    does: async ({ office, staff, params, body, c }) => {
      const { number } = params
      const prepared = await prepareEntry(office, staff, { number, ...body })
      const { complaint, attachments, withheld, identity } = prepared
      const { subject: title, ...story } = pickStory(complaint.dossier)
      const context = await viewContextOf(c, office)
      const entry = {
        ...{ title, ...story },
        office: context.tenant.settings.name,
        category: categoryView(context.tenant, complaint.category, context.wording, complaint.receivedAt).label,
        attachments,
        withheld,
        unnamed: identity === null,
        identity,
      }
      return entry
    },
  }),
  op('GET /lapor', {
    summary: 'Cases without a number in the national channel',
    may: ['cases.read'],
    query: transfersWire.laporQuery,
    answer: json(transfersWire.laporMissing, 'The oldest first'),
    does: async ({ office, staff, language, query, c }) => {
      const { days, cursor, limit } = query
      const { items, nextCursor } = await withoutLaporId(office, staff, { days, limit, after: cursor })
      const context = await viewContextOf(c, office)
      const read = await listAs(office, staff, items, language)
      return { items: read.map((complaint) => lineOf(complaint, context)), nextCursor }
    },
  }),
  op('POST /lapor/reconciliation', {
    summary: 'Compare a list from the national channel with the unit’s cases',
    may: ['cases.read'],
    body: transfersWire.reconcileRequest,
    answer: json(transfersWire.reconciled, 'What matches, and what is missing on either side; the list is not kept'),
    does: async ({ office, staff, language, body, c }) => {
      const found = await reconcile(office, staff, body.text)
      const context = await viewContextOf(c, office)
      const read = (complaints: readonly Complaint[]) => listAs(office, staff, complaints, language)
      const matched = await read(found.matched.map(({ complaint }) => complaint))
      const missingThere = await read(found.missingThere)
      const answer = {
        bad: found.bad,
        matched: matched.flatMap((complaint, at) => {
          const line = found.matched[at]?.line
          return line ? [{ ...line, case: lineOf(complaint, context) }] : []
        }),
        missingHere: found.missingHere,
        missingThere: missingThere.map((one) => ({ ...lineOf(one, context), id: one.dossier.lapor?.id ?? '' })),
      }
      return answer
    },
  }),
]

const lineOf = ({ id, dossier, receivedAt, status, category }: Complaint, { tenant, wording }: ViewContext) => ({
  number: id,
  subject: dossier.subject,
  receivedAt,
  status,
  categoryLabel: categoryView(tenant, category, wording).label,
})
