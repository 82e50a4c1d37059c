import type { Context } from 'hono'
import {
  changeRules as changeSchema,
  dryRunView as dryRun,
  dryRunRule as dryRunSchema,
  ruleList,
} from '../../contract/rules.ts'
import { dryRunRule } from '../../desk/rules/dry-run.ts'
import { changeRules, readWritten, type ShownWritten } from '../../desk/rules/rule-changes.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { dryRunView, ruleListView } from '../views/rule-view.ts'
import { staffNames } from '../views/staff-names.ts'

const shown = async (office: Office, c: Context<AppEnv>, written: ShownWritten) =>
  ruleListView(written, await staffNames(office, c.get('staff').tenant))

export const ruleOperations = [
  op('GET /rules', {
    summary: 'The rules by which the unit has cases given out, alerts and notes made by themselves',
    may: ['tenant.configure'],
    answer: json(ruleList, 'In their order, with who changed what, and what can be chosen in them'),
    does: async ({ office, staff, c }) => shown(office, c, await readWritten(office, staff)),
  }),
  op('PUT /rules', {
    summary: 'Replace the rules of the unit',
    may: ['tenant.configure'],
    body: changeSchema,
    answer: json(ruleList, 'They act from now on'),
    does: async ({ office, staff, body, c }) => shown(office, c, await changeRules(office, staff, body)),
  }),
  op('POST /rules/dry-run', {
    summary: 'The cases of the last 90 days on which a rule would have acted; nothing changes',
    may: ['tenant.configure'],
    body: dryRunSchema,
    answer: json(dryRun, 'How many, and the newest of them'),
    does: async ({ office, staff, body }) => dryRunView(await dryRunRule(office, staff, body.when)),
  }),
]
