import { z } from '@hono/zod-openapi'
import { channelAccount, channelAccounts, trialAnswer, trialRequest } from '../../contract/channel-accounts.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import {
  type AccountPorts,
  configureAccount,
  listAccounts,
  tryChannel,
} from '../../telling/notices/configure-accounts.ts'
import { ownableChannels } from '../../telling/notices/own-accounts.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'

const list = route.get('/channel-accounts', {
  summary: 'Under whose account notices leave',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam },
  responses: answers(200, channelAccounts, 'Each channel'),
})
const set = route.put('/channel-accounts', {
  summary: 'Send on a channel under an account of the unit’s own; what is in it is never told',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(channelAccount) },
  responses: answers(200, channelAccounts, 'Holds from now on'),
})
const remove = route.delete('/channel-accounts/{channel}', {
  summary: 'Send on a channel under the operator’s account again',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam.extend({ channel: z.enum(ownableChannels) }) },
  responses: answers(200, channelAccounts, 'Holds from now on'),
})
const attempt = route.post('/channel-trials', {
  summary: 'Send a message without any case in it, and say what the provider answers',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(trialRequest) },
  responses: answers(200, trialAnswer, 'What the provider answered'),
})

export function channelAccountRoutes(ports: AccountPorts) {
  const api = newApi()
  const view = async (staff: StaffMember) => ({
    items: (await listAccounts(ports, staff)).map(({ channel, own, leaves }) => ({
      channel,
      leaves,
      mayOwn: ownableChannels.some((one) => one === channel),
      ownSince: own?.setAt ?? null,
    })),
  })
  api.openapi(list, async (c) => c.json(await view(c.get('staff')), 200))
  api.openapi(set, async (c) => {
    const secrets = c.req.valid('json')
    await configureAccount(ports, c.get('staff'), secrets.channel, secrets)
    return c.json(await view(c.get('staff')), 200)
  })
  api.openapi(remove, async (c) => {
    await configureAccount(ports, c.get('staff'), c.req.valid('param').channel, null)
    return c.json(await view(c.get('staff')), 200)
  })
  api.openapi(attempt, async (c) => {
    const { channel, phone = null } = c.req.valid('json')
    const { email } = c.get('signedIn').account
    const to = channel === 'email' ? email : phone
    return c.json(await tryChannel(ports, c.get('staff'), { channel, to, language: c.get('language') }), 200)
  })
  return api
}
