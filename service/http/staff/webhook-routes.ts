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
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  logOfWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendSample,
  type WebhookPorts,
} from '../../telling/webhooks/manage-webhooks.ts'
import { MOST_WEBHOOKS, type Webhook } from '../../telling/webhooks/webhook.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { staffNames } from '../views/staff-names.ts'

const params = tenantParam.extend({ id: z.string() })
const managing = forStaff('integrations.manage')
const done = (description: string) => ({ 204: { description }, ...refusals })

const list = route.get('/webhooks', {
  summary: 'Systems that are told what happens to cases',
  ...managing,
  request: { params: tenantParam },
  responses: answers(200, webhookList, 'The newest first'),
})
const add = route.post('/webhooks', {
  summary: 'Tell a system of others what happens to cases, signed as Standard Webhooks says',
  ...managing,
  request: { params: tenantParam, ...jsonBody(addSchema) },
  responses: answers(201, addedWebhook, 'Told from now on; the secret is shown this once'),
})
const change = route.put('/webhooks/{id}', {
  summary: 'Change where it is and what it hears, or switch it on or off',
  ...managing,
  request: { params, ...jsonBody(changeSchema) },
  responses: answers(200, webhookList, 'Changed; what waited goes out'),
})
const remove = route.delete('/webhooks/{id}', {
  summary: 'Tell it nothing any more',
  ...managing,
  request: { params },
  responses: answers(200, webhookList, 'Removed'),
})
const renew = route.post('/webhooks/{id}/secret', {
  summary: 'Give it a new secret; for a day messages are signed by both',
  ...managing,
  request: { params },
  responses: answers(200, renewedSecret, 'Shown this once'),
})
const sample = route.post('/webhooks/{id}/sample', {
  summary: 'Send it a message without any case',
  ...managing,
  request: { params },
  responses: done('In line; the log tells how it went'),
})
const log = route.get('/webhooks/{id}/deliveries', {
  summary: 'What was sent to it, and what it answered',
  ...managing,
  request: { params },
  responses: answers(200, webhookLog, 'The last hundred of thirty days, the newest first'),
})
const again = route.post('/webhooks/{id}/deliveries/{message}/sending', {
  summary: 'Send a message again, by the same id',
  ...managing,
  request: { params: params.extend({ message: z.string() }) },
  responses: done('In line again'),
})

export function staffWebhookRoutes(ports: WebhookPorts & { readonly staff: StaffDirectory }) {
  const api = newApi()
  async function viewer(c: Context<AppEnv>) {
    const names = await staffNames(ports, c.get('staff').tenant)
    return ({ id, url, events, createdAt, createdBy, off, failingSince }: Webhook): WebhookView => ({
      ...{ id, url, events, createdAt, off, failingSince },
      createdBy: names.get(createdBy) ?? null,
    })
  }
  const showWebhooks = async (c: Context<AppEnv>) => ({
    items: (await listWebhooks(ports, c.get('staff'))).map(await viewer(c)),
    most: MOST_WEBHOOKS,
  })
  api.openapi(list, async (c) => c.json(await showWebhooks(c), 200))
  api.openapi(add, async (c) => {
    const { webhook, secret } = await addWebhook(ports, c.get('staff'), c.req.valid('json'))
    return c.json({ webhook: (await viewer(c))(webhook), secret }, 201)
  })
  api.openapi(change, async (c) => {
    await changeWebhook(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.json(await showWebhooks(c), 200)
  })
  api.openapi(remove, async (c) => {
    await removeWebhook(ports, c.get('staff'), c.req.valid('param').id)
    return c.json(await showWebhooks(c), 200)
  })
  api.openapi(renew, async (c) =>
    c.json({ secret: await renewSecret(ports, c.get('staff'), c.req.valid('param').id) }, 200),
  )
  api.openapi(sample, async (c) => {
    await sendSample(ports, c.get('staff'), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(log, async (c) => {
    const items = await logOfWebhook(ports, c.get('staff'), c.req.valid('param').id)
    return c.json(
      {
        items: items.map(({ messageId, event, at, state, nextTryAt, payload, attempts }) => ({
          ...{ id: messageId, event, at, state, nextTryAt, payload, attempts },
        })),
      },
      200,
    )
  })
  api.openapi(again, async (c) => {
    await sendAgain(ports, c.get('staff'), c.req.valid('param'))
    return c.body(null, 204)
  })
  return api
}
