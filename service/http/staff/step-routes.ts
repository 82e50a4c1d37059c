import { checklistView as checklistSchema, tickStep as tickSchema } from '../../contract/checklist.ts'
import { ticking, tickStep } from '../../desk/marks.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { checklistView } from '../views/checklist-view.ts'

export const stepOperations = [
  op('PUT /cases/{number}/steps', {
    summary: 'Tick a step of the checklist of a case, or take the tick off',
    description: 'The history has no line of it, and no act on the case grows old by it.',
    may: ticking,
    body: tickSchema,
    answer: json(checklistSchema, 'The checklist as it is now'),
    does: async ({ office, staff, tenant, language, params, body }) => {
      const changed = await tickStep(office, staff, params.number, body)
      return checklistView(changed, tenant.settings, viewWordings[language])
    },
  }),
]
