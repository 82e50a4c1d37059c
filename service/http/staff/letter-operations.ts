import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { opaqueId } from '../../contract/fields.ts'
import * as papersWire from '../../contract/papers.ts'
import { letterSettings, tenantSettings } from '../../contract/tenant-settings.ts'
import * as unitWire from '../../contract/unit.ts'
import * as access from '../../desk/letters/letter-access.ts'
import * as dispatch from '../../desk/letters/letter-dispatch.ts'
import { editDraft, giveBack, sendByLetter, submitDraft, withdraw } from '../../desk/letters/letter-drafts.ts'
import { previewLetter, setLogo } from '../../desk/letters/letterhead.ts'
import { carers } from '../../desk/messages.ts'
import { letterStates } from '../../offices/notice-vocabulary.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { LetterSettings } from '../../offices/tenants/letter-settings.ts'
import { changeWording } from '../../offices/wording/change-wording.ts'
import * as wordings from '../../offices/wording/read-wording.ts'
import { setNoticeLevel } from '../../offices/wording/set-notice-level.ts'
import { parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { file, json, op, passTo } from '../operation.ts'
import { pdfResponse } from '../send-file.ts'
import { letterLine, letterView, triedView, wordingListView, wordingView } from '../views/letter-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'
import { settingsView } from './settings-operations.ts'

const PAGE = 30
const bodies = papersWire.letterActBodies

const view = async (office: ApiOffice, c: Context<AppEnv>, found: access.LetterOnCase) =>
  letterView(found, c.get('staff'), await viewContextOf(c, office))

function letterAct<const Verb extends Exclude<access.LetterAct, 'edit' | 'print'>, Body extends { revision: number }>(
  verb: Verb,
  body: z.ZodType<Body>,
  summary: string,
  act: (office: ApiOffice, by: StaffMember, request: Body & { id: string }) => Promise<access.LetterOnCase>,
) {
  const row = op('POST /letters/{id}/', {
    summary,
    may: access.letterActs[verb].by,
    params: { id: opaqueId },
    body,
    answer: json(papersWire.letterView, 'Done; the letter as it stands now'),
    does: async ({ office, staff, params, body, c }) =>
      view(office, c, await act(office, staff, { ...body, id: params.id })),
  })
  return row.at(`POST /letters/{id}/${verb}`)
}

export const letterOperations = [
  op('GET /letters', {
    summary: 'The print queue: letters in one state, what waits longest first',
    may: ['cases.read'],
    query: z.object({ state: z.enum(letterStates).default('draft'), cursor: z.string().max(1_000).optional() }),
    answer: json(papersWire.letterList, 'A page of it, and how many there are in each state'),
    does: async ({ office, staff, query, c }) => {
      const { state, cursor } = query
      const { items, nextCursor } = await access.listLetters(office, staff, { state, after: cursor, limit: PAGE })
      const context = await viewContextOf(c, office)
      const counts = await access.letterCounts(office, staff)
      return { items: items.map((one) => letterLine(one, staff, context)), nextCursor, counts }
    },
  }),
  op('GET /cases/{number}/letters', {
    summary: 'The letters of a case',
    may: ['cases.read'],
    answer: json(papersWire.caseLetters, 'The oldest first'),
    does: async ({ office, staff, params, c }) => {
      const letters = await access.lettersOfCase(office, staff, params.number)
      const context = await viewContextOf(c, office)
      return { items: letters.map((one) => letterLine(one, staff, context)) }
    },
  }),
  op('POST /cases/{number}/notices/letter', {
    summary: 'Send an undelivered notice by letter instead',
    may: carers,
    body: papersWire.letterInstead,
    answer: json(caseSchema, 'The case; the draft lies in the print queue'),
    does: async ({ office, staff, params, body, c }) => {
      const { notice } = body
      return showCase(office, c, await sendByLetter(office, staff, { number: params.number, notice }))
    },
  }),
  op('POST /letter-prints', {
    summary: 'The papers of approved letters as one file; their reporters read that their identity was opened for it',
    may: ['letters.post', 'letters.post_confidential'],
    body: papersWire.printLetters,
    answer: file('application/pdf', 'In the order asked for'),
    does: async ({ office, staff, body, c }) => {
      const [first, ...more] = body.letters
      if (!first) throw new Error('The schema lets no empty list pass.')
      return pdfResponse(c, 'surat.pdf', await dispatch.printLetters(office, staff, [first, ...more]))
    },
  }),
  op('POST /letter-posts', {
    summary: 'Several letters were handed to the post; if one of them cannot be, none is',
    may: ['letters.post'],
    body: papersWire.postLetters,
    answer: json(papersWire.postedLetters, 'How many'),
    does: async ({ office, staff, body }) => {
      const { letters, on } = body
      return { posted: await dispatch.postLetters(office, staff, { letters, on: parseDay(on) }) }
    },
  }),
  op('GET /letters/{id}', {
    summary: 'A letter, its reporter masked',
    may: ['cases.read'],
    params: { id: opaqueId },
    answer: json(papersWire.letterView, 'The letter'),
    does: async ({ office, staff, params, c }) => view(office, c, await access.readLetter(office, staff, params.id)),
  }),
  op('PUT /letters/{id}', {
    summary: 'Put the words of a draft right',
    may: carers,
    params: { id: opaqueId },
    body: papersWire.editLetter,
    answer: json(papersWire.letterView, 'Kept'),
    does: passTo(editDraft, view),
  }),
  letterAct('submit', bodies.submit, 'Hand a draft in for approval', submitDraft),
  letterAct('give-back', bodies['give-back'], 'Give a letter back to who wrote it', giveBack),
  letterAct(
    'approve',
    bodies.approve,
    'Approve a letter that somebody else wrote; it gets its number',
    dispatch.approve,
  ),
  letterAct('withdraw', bodies.withdraw, 'Withdraw a letter that has not left', withdraw),
  letterAct('post', bodies.post, 'A letter was handed to the post', (office, staff, request) =>
    dispatch.post(office, staff, { ...request, on: parseDay(request.on) }),
  ),
  letterAct('arrive', bodies.arrive, 'A letter arrived', dispatch.recordArrival),
  letterAct('return', bodies.return, 'The post brought a letter back', dispatch.recordReturn),
]

const letterSettingsFrom = ({ letterhead, ...rest }: z.infer<typeof letterSettings>): LetterSettings => ({
  ...rest,
  letterhead: { ...letterhead, logo: null },
})

export const letterSettingsOperations = [
  op('POST /settings/letters/preview', {
    summary: 'A letter as these settings would make it; changes nothing',
    may: ['tenant.configure'],
    body: letterSettings,
    answer: json(papersWire.letterPreview, 'The letter, and the number that it would bear'),
    does: async ({ office, staff, body }) => {
      const { number, document } = await previewLetter(office, staff, letterSettingsFrom(body))
      return { number, paper: document }
    },
  }),
  op('POST /settings/letters/preview.pdf', {
    summary: 'The same on paper',
    may: ['tenant.configure'],
    body: letterSettings,
    answer: file('application/pdf', 'A letter to somebody who never was'),
    does: async ({ office, staff, body, c }) => {
      const { document } = await previewLetter(office, staff, letterSettingsFrom(body))
      return pdfResponse(c, 'contoh-surat.pdf', await office.renderLetters([document]))
    },
  }),
  op('PUT /settings/letters/logo', {
    summary: 'Set the logo of the letterhead, or take it away',
    may: ['tenant.configure'],
    body: papersWire.logoRequest,
    answer: json(tenantSettings, 'The settings with the logo as it was drawn'),
    does: async ({ office, staff, body }) =>
      settingsView(await setLogo(office, staff, body), office.malwareScanner !== null),
  }),
]

const colleaguesOf = async (office: ApiOffice, c: Context<AppEnv>) =>
  new Map<string, Membership>((await office.staff.members(c.get('staff').tenant)).map((member) => [member.id, member]))

const listView = async (office: ApiOffice, c: Context<AppEnv>, wording: wordings.UnitWording) =>
  wordingListView(wording, await colleaguesOf(office, c))

const showWording = async (office: ApiOffice, c: Context<AppEnv>, wording: wordings.SeenWording) =>
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
    answer: json(unitWire.wordingList, 'Every text, whether it is the unit’s own'),
    does: async ({ office, staff, c }) => listView(office, c, await wordings.listWording(office, staff)),
  }),
  op('GET /wording/{id}', {
    summary: 'A text of a notice with its places and versions',
    may: ['tenant.configure'],
    params: { id: z.string().openapi({ example: 'received.email.id' }) },
    answer: json(unitWire.wordingView, 'The text'),
    does: async ({ office, staff, params, c }) =>
      showWording(office, c, await wordings.readWording(office, staff, params.id)),
  }),
  op('POST /wording/{id}/preview', {
    summary: 'A text as a reporter would read it, and what is wrong with it; nothing is kept',
    may: ['tenant.configure'],
    params: { id: z.string().openapi({ example: 'received.email.id' }) },
    body: unitWire.tryWording,
    answer: json(unitWire.triedWording, 'The text, filled with invented words'),
    does: async ({ office, staff, language, params, body }) => {
      const { id } = params
      const tried = await wordings.tryWording(office, staff, { id, ...body })
      return triedView(tried, wordings.slotFor(id), language)
    },
  }),
  op('PUT /wording/{id}', {
    summary: 'Choose the words of a notice, or go back to the service’s own',
    may: ['tenant.configure'],
    params: { id: z.string().openapi({ example: 'received.email.id' }) },
    body: unitWire.changeWording,
    answer: json(unitWire.wordingView, 'Kept as a new version'),
    does: async ({ office, staff, params, body, c }) => {
      const { keepWords = false, ...request } = { ...params, ...body }
      return showWording(office, c, await changeWording(office, staff, { ...request, keepWords }))
    },
  }),
  op('PUT /wording-level', {
    summary: 'Say how much the notices of a channel may carry; more than before takes a fresh confirmation',
    may: ['tenant.configure'],
    body: unitWire.setNoticeLevel,
    answer: json(unitWire.wordingList, 'Holds from now on'),
    does: passTo(setNoticeLevel, listView),
  }),
]
