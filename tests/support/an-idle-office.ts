import type { UnitNow } from '../../service/case/access/deciders.ts'
import { firstRulePack } from '../../service/offices/calendar/rule-pack.ts'
import { mondayAtTen } from './a-complaint.ts'

/** Nobody works there, on the day on which complaints come in. */
export const anIdleOffice: UnitNow = {
  working: [],
  allowsOwnDecision: false,
  at: mondayAtTen,
  rulePacks: [firstRulePack],
  isDrawn: () => true,
  hasLabels: true,
  handlersAnswerIn: [],
}
