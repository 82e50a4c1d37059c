import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { invitedOperator, inviteOperator as inviteSchema, operatorList } from '../../contract/operators.ts'
import { inviteOperator, listOperators, removeOperator } from '../../offices/managing/operators.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, op } from '../operation.ts'

async function all(office: Office, c: Context<AppEnv>) {
  const items = (await listOperators(office)).map(({ id, name, email, passwordHash }) => {
    const state: 'active' | 'invited' = passwordHash ? 'active' : 'invited'
    return { id, name, email, state, isSelf: id === c.get('signedIn').account.id }
  })
  return { items }
}

export const operatorOperations = [
  op('GET /operator/operators', {
    summary: 'Who runs this service',
    may: 'session',
    answer: json(operatorList, 'All of them'),
    does: ({ office, c }) => all(office, c),
  }),
  op('POST /operator/operators', {
    summary: 'Invite one more to run this service, or once more who has not come yet',
    may: 'session',
    body: inviteSchema,
    answer: created(invitedOperator, 'All of them; the one-time link is shown here once'),
    does: async ({ office, signedIn, body, c }) => {
      const token = await inviteOperator(office, signedIn, body)
      return { ...(await all(office, c)), setUpUrl: office.links.invitation(token) }
    },
  }),
  op('DELETE /operator/operators/{id}', {
    summary: 'Let somebody else run this service no more',
    may: 'session',
    params: { id: z.string().max(60) },
    answer: json(operatorList, 'All who are left'),
    does: async ({ office, signedIn, params, c }) => {
      await removeOperator(office, signedIn, params.id)
      return all(office, c)
    },
  }),
]
