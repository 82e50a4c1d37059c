import type { Context } from 'hono'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import {
  changeRules as changeSchema,
  dryRunView as dryRun,
  dryRunRule as dryRunSchema,
  ruleList,
} from '../../contract/rules.ts'
import { dryRunRule } from '../../desk/rules/dry-run.ts'
import { changeRules, readWritten, type ShownWritten, type WritingPorts } from '../../desk/rules/rule-changes.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { dryRunView, ruleListView } from '../views/rule-view.ts'
import { staffNames } from '../views/staff-names.ts'

const configuring = forStaff('tenant.configure')

const list = route.get('/rules', {
  summary: 'The rules by which the unit has cases given out, alerts and notes made by themselves',
  ...configuring,
  request: { params: tenantParam },
  responses: answers(200, ruleList, 'In their order, with who changed what, and what can be chosen in them'),
})
const change = route.put('/rules', {
  summary: 'Replace the rules of the unit',
  ...configuring,
  request: { params: tenantParam, ...jsonBody(changeSchema) },
  responses: answers(200, ruleList, 'They act from now on'),
})
const tryOut = route.post('/rules/dry-run', {
  summary: 'The cases of the last 90 days on which a rule would have acted; nothing changes',
  ...configuring,
  request: { params: tenantParam, ...jsonBody(dryRunSchema) },
  responses: answers(200, dryRun, 'How many, and the newest of them'),
})

export function ruleRoutes(ports: WritingPorts & CaseActionPorts) {
  const api = newApi()
  const shown = async (c: Context<AppEnv>, written: ShownWritten) =>
    ruleListView(written, await staffNames(ports, c.get('staff').tenant))

  api.openapi(list, async (c) => c.json(await shown(c, await readWritten(ports, c.get('staff'))), 200))
  api.openapi(change, async (c) =>
    c.json(await shown(c, await changeRules(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  api.openapi(tryOut, async (c) =>
    c.json(dryRunView(await dryRunRule(ports, c.get('staff'), c.req.valid('json').when)), 200),
  )
  return api
}
