import { listAs } from '../../case/access/cover-for.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  laporMissing,
  laporQuery,
  noteLaporId as noteBody,
  prepareEntry as prepareBody,
  preparedEntry,
  reconciled,
  reconcileRequest,
} from '../../contract/lapor.ts'
import { noteLaporId, prepareEntry, reconcile, withoutLaporId } from '../../desk/lapor/lapor.ts'
import { json, op } from '../operation.ts'
import { categoryView } from '../views/common-views.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'
import type { ViewContext } from '../views/view-context.ts'

/** SP4N-LAPOR! has no interface for offices, so people copy by hand. */
export const laporOperations = [
  op('POST /cases/{number}/lapor-id', {
    summary: 'Write down under which number the national channel keeps a case',
    may: ['cases.verify', 'cases.handle'],
    body: noteBody,
    answer: json(caseSchema, 'Noted; the case as it stands now'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return showCase(office, c, await noteLaporId(office, staff, request))
    },
  }),
  op('POST /cases/{number}/lapor-entry', {
    summary: 'A case in the words of the national channel’s form, to be pasted there',
    may: ['cases.verify', 'cases.handle'],
    body: prepareBody,
    answer: json(preparedEntry, 'Its fields; that they were taken is written down'),
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
    query: laporQuery,
    answer: json(laporMissing, 'The oldest first'),
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
    body: reconcileRequest,
    answer: json(reconciled, 'What matches, and what is missing on either side; the list is not kept'),
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
