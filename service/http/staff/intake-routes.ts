import { intakeRequest } from '../../contract/complaint-request.ts'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import { enterComplaint } from '../../filing/enter-complaint.ts'
import { readEntry } from '../entry-request.ts'
import { created, op } from '../operation.ts'
import { idempotencyHeader, idempotencyKeyOf } from '../public/filing-routes.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'

export const intakeOperations = [
  op('POST /cases', {
    summary: 'Enter a complaint made at the counter, by phone, fax, letter or e-mail',
    may: ['cases.enter'],
    headers: idempotencyHeader,
    body: intakeRequest,
    answer: created(receiptSchema, 'Received: written durably, numbered, with its tracking code'),
    does: async ({ office, staff, tenant, language, body: asked, c }) => {
      const { given, receiving, body } = readEntry(asked)
      const received = await enterComplaint(office, staff, tenant, given, receiving, {
        idempotencyKey: idempotencyKeyOf(c),
        ...{ body, draft: asked.draft },
      })
      const context = { wording: viewWordings[language], links: office.links, now: office.now() }
      return receiptView(received.complaint, received.trackingCode, tenant, context)
    },
  }),
]
