import { z } from '@hono/zod-openapi'
import { webhookMessage } from '../contract/webhooks.ts'
import { type CaseEvent, caseEvents } from '../offices/notice-vocabulary.ts'
import type { Api } from './app-env.ts'

const meanings: Readonly<Record<CaseEvent, string>> = {
  'complaint.received': 'A complaint came in',
  'complaint.status_changed': 'A complaint has another status',
  'complaint.overdue': 'A complaint passed a date',
  'complaint.closed': 'A complaint ended: closed, declined, forwarded, merged or withdrawn',
}

const headers = z.object({
  'webhook-id': z.string().openapi({ description: 'The same at every try' }),
  'webhook-timestamp': z.string().openapi({ description: 'Seconds since 1970, in which this try was signed' }),
  'webhook-signature': z.string().openapi({
    description: 'One signature or two, separated by a space: `v1,` and base64 of HMAC-SHA256 over id, time and body',
  }),
})

/** What a receiver of a unit is called with. */
export function describeWebhooks(api: Api): void {
  for (const event of caseEvents) {
    api.openAPIRegistry.registerWebhook({
      method: 'post',
      path: event,
      summary: meanings[event],
      request: {
        headers,
        body: { required: true, content: { 'application/json': { schema: webhookMessage } } },
      },
      responses: {
        204: { description: 'Any status from 200 to 299: taken' },
        410: { description: 'Gone: the receiver is switched off' },
        default: { description: 'Tried again, up to eight times within five days' },
      },
    })
  }
}
