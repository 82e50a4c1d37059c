import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  changeWording as changeSchema,
  setNoticeLevel as levelSchema,
  triedWording,
  tryWording as trySchema,
  wordingList,
  wordingView as wordingSchema,
} from '../../contract/wording.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { type ChangeWordingPorts, changeWording } from '../../offices/wording/change-wording.ts'
import {
  listWording,
  readWording,
  type SeenWording,
  slotFor,
  tryWording,
  type UnitWording,
} from '../../offices/wording/read-wording.ts'
import { setNoticeLevel } from '../../offices/wording/set-notice-level.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { triedView, wordingListView, wordingView } from '../views/wording-view.ts'

const params = tenantParam.extend({ id: z.string().openapi({ example: 'received.email.id' }) })
const configuring = forStaff('tenant.configure')

const list = route.get('/wording', {
  summary: 'The texts of notices, and how much each channel may carry',
  ...configuring,
  request: { params: tenantParam },
  responses: answers(200, wordingList, 'Every text, whether it is the unit’s own'),
})
const read = route.get('/wording/{id}', {
  summary: 'A text of a notice with its places and versions',
  ...configuring,
  request: { params },
  responses: answers(200, wordingSchema, 'The text'),
})
const attempt = route.post('/wording/{id}/preview', {
  summary: 'A text as a reporter would read it, and what is wrong with it; nothing is kept',
  ...configuring,
  request: { params, ...jsonBody(trySchema) },
  responses: answers(200, triedWording, 'The text, filled with invented words'),
})
const change = route.put('/wording/{id}', {
  summary: 'Choose the words of a notice, or go back to the service’s own',
  ...configuring,
  request: { params, ...jsonBody(changeSchema) },
  responses: answers(200, wordingSchema, 'Kept as a new version'),
})
const level = route.put('/wording-level', {
  summary: 'Say how much the notices of a channel may carry; more than before takes a fresh confirmation',
  ...configuring,
  request: { params: tenantParam, ...jsonBody(levelSchema) },
  responses: answers(200, wordingList, 'Holds from now on'),
})

export interface WordingRoutePorts extends ChangeWordingPorts {
  readonly staff: StaffDirectory
}

export function wordingRoutes(ports: WordingRoutePorts) {
  const api = newApi()
  const colleaguesOf = async (c: Context<AppEnv>) =>
    new Map<string, Membership>((await ports.staff.members(c.get('staff').tenant)).map((member) => [member.id, member]))
  const listView = async (c: Context<AppEnv>, wording: UnitWording) => wordingListView(wording, await colleaguesOf(c))
  const view = async (c: Context<AppEnv>, wording: SeenWording) =>
    wordingView(wording, {
      spoken: c.get('language'),
      colleagues: await colleaguesOf(c),
      link: ports.links.follow(wording.tenant.id),
      now: ports.now(),
    })

  api.openapi(list, async (c) => c.json(await listView(c, await listWording(ports, c.get('staff'))), 200))
  api.openapi(read, async (c) =>
    c.json(await view(c, await readWording(ports, c.get('staff'), c.req.valid('param').id)), 200),
  )
  api.openapi(attempt, async (c) => {
    const { id } = c.req.valid('param')
    const tried = await tryWording(ports, c.get('staff'), { id, ...c.req.valid('json') })
    return c.json(triedView(tried, slotFor(id), c.get('language')), 200)
  })
  api.openapi(change, async (c) => {
    const { keepWords = false, ...request } = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await changeWording(ports, c.get('staff'), { ...request, keepWords })), 200)
  })
  api.openapi(level, async (c) =>
    c.json(await listView(c, await setNoticeLevel(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  return api
}
