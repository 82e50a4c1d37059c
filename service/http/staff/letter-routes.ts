import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { opaqueId } from '../../contract/fields.ts'
import {
  caseLetters,
  editLetter as editSchema,
  letterActBodies,
  letterInstead,
  letterList,
  letterView as letterSchema,
  postedLetters as postedSchema,
  postLetters as postSchema,
  printLetters as printSchema,
} from '../../contract/letters.ts'
import {
  type LetterAct,
  type LetterOnCase,
  letterActs,
  letterCounts,
  lettersOfCase,
  listLetters,
  readLetter,
} from '../../desk/letters/letter-access.ts'
import {
  approve,
  post,
  postLetters,
  printLetters,
  recordArrival,
  recordReturn,
} from '../../desk/letters/letter-dispatch.ts'
import { editDraft, giveBack, sendByLetter, submitDraft, withdraw } from '../../desk/letters/letter-drafts.ts'
import { carers } from '../../desk/messages.ts'
import { letterStates } from '../../offices/notice-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse } from '../send-file.ts'
import { letterLine, letterView } from '../views/letter-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

const PAGE = 30
const bodies = letterActBodies

const view = async (office: Office, c: Context<AppEnv>, found: LetterOnCase) =>
  letterView(found, c.get('staff'), await viewContextOf(c, office))

/** An act on a letter, which answers with the letter as it stands then. */
function letterAct<const Verb extends Exclude<LetterAct, 'edit' | 'print'>, Body extends { revision: number }>(
  verb: Verb,
  body: z.ZodType<Body>,
  summary: string,
  act: (office: Office, by: StaffMember, request: Body & { id: string }) => Promise<LetterOnCase>,
) {
  const row = op('POST /letters/{id}/', {
    summary,
    may: letterActs[verb].by,
    params: { id: opaqueId },
    body,
    answer: json(letterSchema, 'Done; the letter as it stands now'),
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
    answer: json(letterList, 'A page of it, and how many there are in each state'),
    does: async ({ office, staff, query, c }) => {
      const { state, cursor } = query
      const { items, nextCursor } = await listLetters(office, staff, { state, after: cursor, limit: PAGE })
      const context = await viewContextOf(c, office)
      const counts = await letterCounts(office, staff)
      return { items: items.map((one) => letterLine(one, staff, context)), nextCursor, counts }
    },
  }),
  op('GET /cases/{number}/letters', {
    summary: 'The letters of a case',
    may: ['cases.read'],
    answer: json(caseLetters, 'The oldest first'),
    does: async ({ office, staff, params, c }) => {
      const letters = await lettersOfCase(office, staff, params.number)
      const context = await viewContextOf(c, office)
      return { items: letters.map((one) => letterLine(one, staff, context)) }
    },
  }),
  op('POST /cases/{number}/notices/letter', {
    summary: 'Send an undelivered notice by letter instead',
    may: carers,
    body: letterInstead,
    answer: json(caseSchema, 'The case; the draft lies in the print queue'),
    does: async ({ office, staff, params, body, c }) => {
      const { number } = params
      const { notice } = body
      return showCase(office, c, await sendByLetter(office, staff, { number, notice }))
    },
  }),
  op('POST /letter-prints', {
    summary: 'The papers of approved letters as one file; their reporters read that their identity was opened for it',
    may: ['letters.post', 'letters.post_confidential'],
    body: printSchema,
    answer: file('application/pdf', 'In the order asked for'),
    does: async ({ office, staff, body, c }) => {
      const [first, ...more] = body.letters
      if (!first) throw new Error('The schema lets no empty list pass.')
      return pdfResponse(c, 'surat.pdf', await printLetters(office, staff, [first, ...more]))
    },
  }),
  op('POST /letter-posts', {
    summary: 'Several letters were handed to the post; if one of them cannot be, none is',
    may: ['letters.post'],
    body: postSchema,
    answer: json(postedSchema, 'How many'),
    does: async ({ office, staff, body }) => {
      const { letters, on } = body
      return { posted: await postLetters(office, staff, { letters, on: parseDay(on) }) }
    },
  }),
  op('GET /letters/{id}', {
    summary: 'A letter, its reporter masked',
    may: ['cases.read'],
    params: { id: opaqueId },
    answer: json(letterSchema, 'The letter'),
    does: async ({ office, staff, params, c }) => view(office, c, await readLetter(office, staff, params.id)),
  }),
  op('PUT /letters/{id}', {
    summary: 'Put the words of a draft right',
    may: carers,
    params: { id: opaqueId },
    body: editSchema,
    answer: json(letterSchema, 'Kept'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return view(office, c, await editDraft(office, staff, request))
    },
  }),
  letterAct('submit', bodies.submit, 'Hand a draft in for approval', submitDraft),
  letterAct('give-back', bodies['give-back'], 'Give a letter back to who wrote it', giveBack),
  letterAct('approve', bodies.approve, 'Approve a letter that somebody else wrote; it gets its number', approve),
  letterAct('withdraw', bodies.withdraw, 'Withdraw a letter that has not left', withdraw),
  letterAct('post', bodies.post, 'A letter was handed to the post', (office, staff, request) =>
    post(office, staff, { ...request, on: parseDay(request.on) }),
  ),
  letterAct('arrive', bodies.arrive, 'A letter arrived', recordArrival),
  letterAct('return', bodies.return, 'The post brought a letter back', recordReturn),
]
