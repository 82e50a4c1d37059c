import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { channelAccount, channelAccounts, trialAnswer, trialRequest } from '../../contract/messages.ts'
import * as programsWire from '../../contract/programs.ts'
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey, stateOf } from '../../offices/api-keys/api-keys.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { configureAccount, listAccounts, tryChannel } from '../../telling/notices/configure-accounts.ts'
import { ownableChannels } from '../../telling/notices/own-accounts.ts'
import * as webhooks from '../../telling/webhooks/manage-webhooks.ts'
import { MOST_WEBHOOKS, type Webhook } from '../../telling/webhooks/webhook.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, nothing, op } from '../operation.ts'
import { staffNames } from '../views/common-views.ts'

async function viewer(office: ApiOffice, c: Context<AppEnv>) {
  const names = await staffNames(office, c.get('staff').tenant)
  return (key: ApiKey): programsWire.ApiKeyView => ({
    ...key,
    state: stateOf(key, office.now()),
    createdBy: names.get(key.createdBy) ?? null,
    revokedAt: key.revoked?.at ?? null,
  })
}

const listKeys = async (office: ApiOffice, c: Context<AppEnv>) => ({
  items: (await listApiKeys(office, c.get('staff'))).map(await viewer(office, c)),
})

export const apiKeyOperations = [
  op('GET /api-keys', {
    summary: 'The keys of programs, those that are over too',
    may: ['integrations.manage'],
    answer: json(programsWire.apiKeyList, 'The newest first; never the keys themselves'),
    does: ({ office, c }) => listKeys(office, c),
  }),
  op('POST /api-keys', {
    summary: 'Make a key for a program',
    may: ['integrations.manage'],
    body: programsWire.createApiKey,
    answer: created(programsWire.createdApiKey, 'Made; its text is shown this once'),
    does: async ({ office, staff, body, c }) => {
      const { key, text } = await createApiKey(office, staff, body)
      return { key: (await viewer(office, c))(key), text }
    },
  }),
  op('DELETE /api-keys/{id}', {
    summary: 'End a key at once',
    may: ['integrations.manage'],
    answer: json(programsWire.apiKeyList, 'Revoked; it stays in the list'),
    does: async ({ office, staff, params, c }) => {
      await revokeApiKey(office, staff, params.id)
      return listKeys(office, c)
    },
  }),
]

async function webhookViewer(office: ApiOffice, c: Context<AppEnv>) {
  const names = await staffNames(office, c.get('staff').tenant)
  return (webhook: Webhook): programsWire.WebhookView => ({
    ...webhook,
    createdBy: names.get(webhook.createdBy) ?? null,
  })
}

const showWebhooks = async (office: ApiOffice, c: Context<AppEnv>) => ({
  items: (await webhooks.listWebhooks(office, c.get('staff'))).map(await webhookViewer(office, c)),
  most: MOST_WEBHOOKS,
})

export const staffWebhookOperations = [
  op('GET /webhooks', {
    summary: 'Systems that are told what happens to cases',
    may: ['integrations.manage'],
    answer: json(programsWire.webhookList, 'The newest first'),
    does: ({ office, c }) => showWebhooks(office, c),
  }),
  op('POST /webhooks', {
    summary: 'Tell a system of others what happens to cases, signed as Standard Webhooks says',
    may: ['integrations.manage'],
    body: programsWire.addWebhook,
    answer: created(programsWire.addedWebhook, 'Told from now on; the secret is shown this once'),
    does: async ({ office, staff, body, c }) => {
      const { webhook, secret } = await webhooks.addWebhook(office, staff, body)
      return { webhook: (await webhookViewer(office, c))(webhook), secret }
    },
  }),
  op('PUT /webhooks/{id}', {
    summary: 'Change where it is and what it hears, or switch it on or off',
    may: ['integrations.manage'],
    body: programsWire.changeWebhook,
    answer: json(programsWire.webhookList, 'Changed; what waited goes out'),
    does: async ({ office, staff, params, body, c }) => {
      await webhooks.changeWebhook(office, staff, { ...params, ...body })
      return showWebhooks(office, c)
    },
  }),
  op('DELETE /webhooks/{id}', {
    summary: 'Tell it nothing any more',
    may: ['integrations.manage'],
    answer: json(programsWire.webhookList, 'Removed'),
    does: async ({ office, staff, params, c }) => {
      await webhooks.removeWebhook(office, staff, params.id)
      return showWebhooks(office, c)
    },
  }),
  op('POST /webhooks/{id}/secret', {
    summary: 'Give it a new secret; for a day messages are signed by both',
    may: ['integrations.manage'],
    answer: json(programsWire.renewedSecret, 'Shown this once'),
    does: async ({ office, staff, params }) => ({ secret: await webhooks.renewSecret(office, staff, params.id) }),
  }),
  op('POST /webhooks/{id}/sample', {
    summary: 'Send it a message without any case',
    may: ['integrations.manage'],
    answer: nothing('In line; the log tells how it went'),
    does: ({ office, staff, params }) => webhooks.sendSample(office, staff, params.id),
  }),
  op('GET /webhooks/{id}/deliveries', {
    summary: 'What was sent to it, and what it answered',
    may: ['integrations.manage'],
    answer: json(programsWire.webhookLog, 'The last hundred of thirty days, the newest first'),
    does: async ({ office, staff, params }) => {
      const items = await webhooks.logOfWebhook(office, staff, params.id)
      return { items: items.map((one) => ({ ...one, id: one.messageId })) }
    },
  }),
  op('POST /webhooks/{id}/deliveries/{message}/sending', {
    summary: 'Send a message again, by the same id',
    may: ['integrations.manage'],
    answer: nothing('In line again'),
    does: ({ office, staff, params }) => webhooks.sendAgain(office, staff, params),
  }),
]

const view = async (office: ApiOffice, staff: StaffMember) => ({
  items: (await listAccounts(office, staff)).map(({ channel, own, leaves }) => ({
    channel,
    leaves,
    mayOwn: ownableChannels.some((one) => one === channel),
    ownSince: own?.setAt ?? null,
  })),
})

export const channelAccountOperations = [
  op('GET /channel-accounts', {
    summary: 'Under whose account notices leave',
    may: ['tenant.configure'],
    answer: json(channelAccounts, 'Each channel'),
    does: ({ office, staff }) => view(office, staff),
  }),
  op('PUT /channel-accounts', {
    summary: 'Send on a channel under an account of the unit’s own; what is in it is never told',
    may: ['tenant.configure'],
    body: channelAccount,
    answer: json(channelAccounts, 'Holds from now on'),
    does: async ({ office, staff, body }) => {
      await configureAccount(office, staff, body.channel, body)
      return view(office, staff)
    },
  }),
  op('DELETE /channel-accounts/{channel}', {
    summary: 'Send on a channel under the operator’s account again',
    may: ['tenant.configure'],
    params: { channel: z.enum(ownableChannels) },
    answer: json(channelAccounts, 'Holds from now on'),
    does: async ({ office, staff, params }) => {
      await configureAccount(office, staff, params.channel, null)
      return view(office, staff)
    },
  }),
  op('POST /channel-trials', {
    summary: 'Send a message without any case in it, and say what the provider answers',
    may: ['tenant.configure'],
    body: trialRequest,
    answer: json(trialAnswer, 'What the provider answered'),
    does: async ({ office, staff, signedIn, language, body }) => {
      const { channel, phone = null } = body
      const { email } = signedIn.account
      const to = channel === 'email' ? email : phone
      return tryChannel(office, staff, { channel, to, language: language })
    },
  }),
]
