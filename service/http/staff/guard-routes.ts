import { guardCandidatesFor, guardCaseAgainst, previewGuard } from '../../case/access/guarding.ts'
import {
  guardCandidates,
  guardedCase,
  guardPreview,
  guardPreviewRequest,
  guardRequest,
} from '../../contract/guard-view.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { json, op } from '../operation.ts'

const person = ({ id, name, position }: Membership) => ({ id, name, position })

export const guardOperations = [
  op('GET /cases/{number}/guard', {
    summary: 'Staff of the unit, and which of them the case concerns',
    may: ['cases.verify'],
    answer: json(guardCandidates, 'All members'),
    does: async ({ office, staff, params }) => {
      const items = await guardCandidatesFor(office, staff, params.number)
      return { items }
    },
  }),
  op('POST /cases/{number}/guard', {
    summary: 'Keep the case from staff whom it concerns, and from those under them',
    may: ['cases.verify'],
    body: guardRequest,
    answer: json(guardedCase, 'Kept from them, or given back'),
    does: async ({ office, staff, params, body }) => {
      const request = { ...params, ...body }
      return guardCaseAgainst(office, staff, request)
    },
  }),
  op('POST /cases/{number}/guard/preview', {
    summary: 'Who would lose the case, and who would handle it instead',
    may: ['cases.verify'],
    body: guardPreviewRequest,
    answer: json(guardPreview, 'What would follow; nothing is changed'),
    does: async ({ office, staff, params, body }) => {
      const { number } = params
      const found = await previewGuard(office, staff, number, body.staff)
      const { keptFrom, steward, isUnread, isVisible } = found
      return {
        keptFrom: keptFrom.map(person),
        steward: steward && person(steward),
        unread: isUnread,
        visible: isVisible,
      }
    },
  }),
]
