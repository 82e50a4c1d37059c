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
import { changeWording } from '../../offices/wording/change-wording.ts'
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
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { triedView, wordingListView, wordingView } from '../views/wording-view.ts'

const colleaguesOf = async (office: Office, c: Context<AppEnv>) =>
  new Map<string, Membership>((await office.staff.members(c.get('staff').tenant)).map((member) => [member.id, member]))

const listView = async (office: Office, c: Context<AppEnv>, wording: UnitWording) =>
  wordingListView(wording, await colleaguesOf(office, c))

const view = async (office: Office, c: Context<AppEnv>, wording: SeenWording) =>
  wordingView(wording, {
    spoken: c.get('language'),
    colleagues: await colleaguesOf(office, c),
    link: office.links.follow(wording.tenant.id),
    now: office.now(),
  })

export const wordingOperations = [
  op('GET /wording', {
    summary: 'The texts of notices, and how much each channel may carry',
    may: ['tenant.configure'],
    answer: json(wordingList, 'Every text, whether it is the unit’s own'),
    does: async ({ office, staff, c }) => listView(office, c, await listWording(office, staff)),
  }),
  op('GET /wording/{id}', {
    summary: 'A text of a notice with its places and versions',
    may: ['tenant.configure'],
    params: { id: z.string().openapi({ example: 'received.email.id' }) },
    answer: json(wordingSchema, 'The text'),
    does: async ({ office, staff, params, c }) => view(office, c, await readWording(office, staff, params.id)),
  }),
  op('POST /wording/{id}/preview', {
    summary: 'A text as a reporter would read it, and what is wrong with it; nothing is kept',
    may: ['tenant.configure'],
    params: { id: z.string().openapi({ example: 'received.email.id' }) },
    body: trySchema,
    answer: json(triedWording, 'The text, filled with invented words'),
    does: async ({ office, staff, language, params, body }) => {
      const { id } = params
      const tried = await tryWording(office, staff, { id, ...body })
      return triedView(tried, slotFor(id), language)
    },
  }),
  op('PUT /wording/{id}', {
    summary: 'Choose the words of a notice, or go back to the service’s own',
    may: ['tenant.configure'],
    params: { id: z.string().openapi({ example: 'received.email.id' }) },
    body: changeSchema,
    answer: json(wordingSchema, 'Kept as a new version'),
    does: async ({ office, staff, params, body, c }) => {
      const { keepWords = false, ...request } = { ...params, ...body }
      return view(office, c, await changeWording(office, staff, { ...request, keepWords }))
    },
  }),
  op('PUT /wording-level', {
    summary: 'Say how much the notices of a channel may carry; more than before takes a fresh confirmation',
    may: ['tenant.configure'],
    body: levelSchema,
    answer: json(wordingList, 'Holds from now on'),
    does: async ({ office, staff, body, c }) => listView(office, c, await setNoticeLevel(office, staff, body)),
  }),
]
