import { z } from '@hono/zod-openapi'
import { channelAccount, channelAccounts, trialAnswer, trialRequest } from '../../contract/channel-accounts.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { configureAccount, listAccounts, tryChannel } from '../../telling/notices/configure-accounts.ts'
import { ownableChannels } from '../../telling/notices/own-accounts.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'

const view = async (office: Office, staff: StaffMember) => ({
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
