import { countByStatus, sumByStatus } from '../../case/access/case-access.ts'
import { caseCounts, presenceRequest, surroundingsView } from '../../contract/presence.ts'
import { leaveCase, notePresence } from '../../desk/presence/presence.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { byName } from '../views/common-views.ts'

/** Open screens poll these. */
export const presenceOperations = [
  op('POST /cases/{number}/presence', {
    summary: 'Say that one has a case open, and hear who else has and whether it changed',
    description: 'A screen says it every few seconds; who says nothing more is gone within fifteen.',
    may: ['cases.read'],
    body: presenceRequest,
    answer: json(surroundingsView, 'Who else is there now'),
    does: async ({ office, staff, language, params, body }) => {
      const { number } = params
      const { writes, leaves } = body
      const wording = viewWordings[language]
      if (leaves) await leaveCase(office, staff, number)
      const found = leaves ? { revision: 0, last: null, others: [] } : await notePresence(office, staff, number, writes)
      const { last } = found
      return {
        revision: found.revision,
        last: last && { at: last.at, label: wording.labels.event[last.event], by: byName(wording)(last.by) },
        others: found.others,
      }
    },
  }),
  op('GET /case-counts', {
    summary: 'How many cases there are per status now',
    may: ['cases.read'],
    answer: json(caseCounts, 'The counts that stand above the register'),
    does: async ({ office, staff }) => ({ counts: sumByStatus(await countByStatus(office, staff)) }),
  }),
]
