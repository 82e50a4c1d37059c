import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { decideApproval } from '../../contract/approvals.ts'
import { staffRequestList } from '../../contract/operators.ts'
import { decideAsOperator, requestsForOperator } from '../../keeping/accounts/carry-out-request.ts'
import { personActs } from '../../offices/act-vocabulary.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { personOf } from '../views/approval-view.ts'
import { byName } from '../views/common-views.ts'

async function waiting(office: Office, c: Context<AppEnv>) {
  const wording = viewWordings[c.get('language')]
  const items = (await requestsForOperator(office)).map(async (approval) => {
    const { id, tenant, act, askedAt, content } = approval
    const { name } = (await office.tenants.get(tenant)).settings
    const by = byName(wording)(content.askedBy)
    const [personAct] = personActs.filter((one) => one === act)
    const person = personOf(approval, wording)
    if (!person || !personAct) return []
    return [{ id, tenant, unit: name, act: personAct, askedAt, by, reason: content.reason, person }]
  })
  return { items: (await Promise.all(items)).flat() }
}

export const operatorRequestOperations = [
  op('GET /operator/requests', {
    summary: 'Requests about staff for which the unit has no second person',
    may: 'session',
    answer: json(staffRequestList, 'All that wait'),
    does: ({ office, c }) => waiting(office, c),
  }),
  op('POST /operator/requests/{tenant}/{id}/decision', {
    summary: 'Say yes or no as the second person that the unit lacks',
    may: 'session',
    params: { tenant: z.string().max(60), id: z.string().max(60) },
    body: decideApproval,
    answer: json(staffRequestList, 'All that wait now'),
    does: async ({ office, signedIn, language, params, body, c }) => {
      const { tenant, id } = params
      const decision = { tenant, id, ...body }
      await decideAsOperator(office, signedIn, decision, language)
      return waiting(office, c)
    },
  }),
]
