import { listAs } from '../../case/access/cover-for.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { holdCase as holdSchema, retentionView as retentionSchema } from '../../contract/retention.ts'
import { holdCase, listRetention } from '../../keeping/retention/retention.ts'
import { json, op } from '../operation.ts'
import { retentionView } from '../views/retention-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const retentionOperations = [
  op('GET /retention', {
    summary: 'Cases and identities that are past their time, and cases that are held back',
    may: ['retention.manage'],
    answer: json(retentionSchema, 'The longest ended first'),
    does: async ({ office, staff, language, c }) => {
      const due = await listRetention(office, staff)
      const held = await listAs(office, staff, due.held, language)
      return retentionView({ ...due, held }, await viewContextOf(c, office))
    },
  }),
  op('POST /cases/{number}/hold', {
    summary: 'Hold a case back from destruction, or let its time count again',
    may: ['retention.manage'],
    body: holdSchema,
    answer: json(caseSchema, 'The case as it stands now'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return showCase(office, c, await holdCase(office, staff, request))
    },
  }),
]
