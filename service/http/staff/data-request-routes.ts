import { z } from '@hono/zod-openapi'
import { listAs } from '../../case/access/cover-for.ts'
import { isWaiting } from '../../case/reporter-rights.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { dataAnswer, dataRequestList } from '../../contract/own-data.ts'
import { answerDataRequest, listDataRequests } from '../../following/rights/rights.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { byName, dataRequestViews } from '../views/common-views.ts'
import { showCase } from '../views/show-case.ts'

export const dataRequestOperations = [
  op('GET /data-requests', {
    summary: 'Requests of reporters about their own data that wait for an answer',
    may: ['rights.answer'],
    answer: json(dataRequestList, 'The nearest due first'),
    does: async ({ office, staff, tenant, language }) => {
      const wording = viewWordings[language]
      const { calendar } = tenant.settings
      const found = await listDataRequests(office, staff)
      const cases = await listAs(office, staff, found, language)
      const items = cases.flatMap(({ id: number, dossier }) =>
        dataRequestViews(dossier.dataRequests.filter(isWaiting), calendar, wording, office.now(), byName(wording)).map(
          ({ text: _, answer: __, ...request }) => ({ ...request, number, subject: dossier.subject }),
        ),
      )
      return { items: items.sort((a, b) => a.dueAt.localeCompare(b.dueAt)) }
    },
  }),
  op('POST /cases/{number}/data-requests/{id}/answer', {
    summary: 'Answer a request of a reporter about their own data',
    may: ['rights.answer'],
    params: { id: z.string() },
    body: dataAnswer,
    answer: json(caseSchema, 'Answered; the reporter is told'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return showCase(office, c, await answerDataRequest(office, staff, request))
    },
  }),
]
