import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import {
  changeRules as changeSchema,
  dryRunView as dryRun,
  dryRunRule as dryRunSchema,
  ruleList,
} from '../../contract/rules.ts'
import { dryRunRule } from '../../desk/rules/dry-run.ts'
import { changeRules, type ManageRulesPorts, readRules, type ShownRules } from '../../desk/rules/manage-rules.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, tenantParam } from '../openapi.ts'
import { dryRunView, ruleListView } from '../views/rule-view.ts'

const configuring = forStaff('tenant.configure')

const list = createRoute({
  method: 'get',
  path: '/rules',
  summary: 'The rules by which the unit has cases given out, alerts and notes made by themselves',
  ...configuring,
  request: { params: tenantParam },
  responses: answers(200, ruleList, 'In their order, with who changed what, and what can be chosen in them'),
})
const change = createRoute({
  method: 'put',
  path: '/rules',
  summary: 'Replace the rules of the unit',
  ...configuring,
  request: { params: tenantParam, ...jsonBody(changeSchema) },
  responses: answers(200, ruleList, 'They act from now on'),
})
const tryOut = createRoute({
  method: 'post',
  path: '/rules/dry-run',
  summary: 'The cases of the last 90 days on which a rule would have acted; nothing changes',
  ...configuring,
  request: { params: tenantParam, ...jsonBody(dryRunSchema) },
  responses: answers(200, dryRun, 'How many, and the newest of them'),
})

export function ruleRoutes(ports: ManageRulesPorts & CaseActionPorts) {
  const api = newApi()
  const shown = async (c: Context<AppEnv>, rules: ShownRules) => {
    const members = await ports.staff.members(c.get('staff').tenant)
    return ruleListView(rules, new Map<string, string>(members.map(({ id, name }) => [id, name])))
  }

  api.openapi(list, async (c) => c.json(await shown(c, await readRules(ports, c.get('staff'))), 200))
  api.openapi(change, async (c) =>
    c.json(await shown(c, await changeRules(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  api.openapi(tryOut, async (c) =>
    c.json(dryRunView(await dryRunRule(ports, c.get('staff'), c.req.valid('json').when)), 200),
  )
  return api
}
