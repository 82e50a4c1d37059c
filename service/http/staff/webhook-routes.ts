import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  addedWebhook,
  addWebhook as addSchema,
  changeWebhook as changeSchema,
  renewedSecret,
  type WebhookView,
  webhookList,
  webhookLog,
} from '../../contract/webhooks.ts'
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  logOfWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendSample,
} from '../../telling/webhooks/manage-webhooks.ts'
import { MOST_WEBHOOKS, type Webhook } from '../../telling/webhooks/webhook.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, nothing, op } from '../operation.ts'
import { staffNames } from '../views/staff-names.ts'

async function viewer(office: Office, c: Context<AppEnv>) {
  const names = await staffNames(office, c.get('staff').tenant)
  return ({ id, url, events, createdAt, createdBy, off, failingSince }: Webhook): WebhookView => ({
    ...{ id, url, events, createdAt, off, failingSince },
    createdBy: names.get(createdBy) ?? null,
  })
}

const showWebhooks = async (office: Office, c: Context<AppEnv>) => ({
  items: (await listWebhooks(office, c.get('staff'))).map(await viewer(office, c)),
  most: MOST_WEBHOOKS,
})

export const staffWebhookOperations = [
  op('GET /webhooks', {
    summary: 'Systems that are told what happens to cases',
    may: ['integrations.manage'],
    answer: json(webhookList, 'The newest first'),
    does: ({ office, c }) => showWebhooks(office, c),
  }),
  op('POST /webhooks', {
    summary: 'Tell a system of others what happens to cases, signed as Standard Webhooks says',
    may: ['integrations.manage'],
    body: addSchema,
    answer: created(addedWebhook, 'Told from now on; the secret is shown this once'),
    does: async ({ office, staff, body, c }) => {
      const { webhook, secret } = await addWebhook(office, staff, body)
      return { webhook: (await viewer(office, c))(webhook), secret }
    },
  }),
  op('PUT /webhooks/{id}', {
    summary: 'Change where it is and what it hears, or switch it on or off',
    may: ['integrations.manage'],
    params: { id: z.string() },
    body: changeSchema,
    answer: json(webhookList, 'Changed; what waited goes out'),
    does: async ({ office, staff, params, body, c }) => {
      await changeWebhook(office, staff, { ...params, ...body })
      return showWebhooks(office, c)
    },
  }),
  op('DELETE /webhooks/{id}', {
    summary: 'Tell it nothing any more',
    may: ['integrations.manage'],
    params: { id: z.string() },
    answer: json(webhookList, 'Removed'),
    does: async ({ office, staff, params, c }) => {
      await removeWebhook(office, staff, params.id)
      return showWebhooks(office, c)
    },
  }),
  op('POST /webhooks/{id}/secret', {
    summary: 'Give it a new secret; for a day messages are signed by both',
    may: ['integrations.manage'],
    params: { id: z.string() },
    answer: json(renewedSecret, 'Shown this once'),
    does: async ({ office, staff, params }) => ({ secret: await renewSecret(office, staff, params.id) }),
  }),
  op('POST /webhooks/{id}/sample', {
    summary: 'Send it a message without any case',
    may: ['integrations.manage'],
    params: { id: z.string() },
    answer: nothing('In line; the log tells how it went'),
    does: async ({ office, staff, params }) => {
      await sendSample(office, staff, params.id)
    },
  }),
  op('GET /webhooks/{id}/deliveries', {
    summary: 'What was sent to it, and what it answered',
    may: ['integrations.manage'],
    params: { id: z.string() },
    answer: json(webhookLog, 'The last hundred of thirty days, the newest first'),
    does: async ({ office, staff, params }) => {
      const items = await logOfWebhook(office, staff, params.id)
      return {
        items: items.map(({ messageId, event, at, state, nextTryAt, payload, attempts }) => ({
          ...{ id: messageId, event, at, state, nextTryAt, payload, attempts },
        })),
      }
    },
  }),
  op('POST /webhooks/{id}/deliveries/{message}/sending', {
    summary: 'Send a message again, by the same id',
    may: ['integrations.manage'],
    params: { ...{ id: z.string() }, ...{ message: z.string() } },
    answer: nothing('In line again'),
    does: async ({ office, staff, params }) => {
      await sendAgain(office, staff, params)
    },
  }),
]
