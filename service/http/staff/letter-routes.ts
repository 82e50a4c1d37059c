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
  type PaperPorts,
  post,
  postLetters,
  printLetters,
  recordArrival,
  recordReturn,
} from '../../desk/letters/letter-dispatch.ts'
import {
  type DraftPorts,
  editDraft,
  giveBack,
  sendByLetter,
  submitDraft,
  withdraw,
} from '../../desk/letters/letter-drafts.ts'
import { carers } from '../../desk/messages.ts'
import { letterStates } from '../../offices/notice-vocabulary.ts'
import type { Permission, StaffMember } from '../../offices/staff/permissions.ts'
import { parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse } from '../send-file.ts'
import { letterLine, letterView } from '../views/letter-view.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'

const params = tenantParam.extend({ id: opaqueId })

const list = route.get('/letters', {
  summary: 'The print queue: letters in one state, what waits longest first',
  ...forStaff('cases.read'),
  request: {
    params: tenantParam,
    query: z.object({ state: z.enum(letterStates).default('draft'), cursor: z.string().max(1_000).optional() }),
  },
  responses: answers(200, letterList, 'A page of it, and how many there are in each state'),
})
const ofCase = route.get('/cases/{number}/letters', {
  summary: 'The letters of a case',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, caseLetters, 'The oldest first'),
})
const instead = route.post('/cases/{number}/notices/letter', {
  summary: 'Send an undelivered notice by letter instead',
  ...forStaff(...carers),
  request: { params: caseParams, ...jsonBody(letterInstead) },
  responses: answers(200, caseSchema, 'The case; the draft lies in the print queue'),
})
const read = route.get('/letters/{id}', {
  summary: 'A letter, its reporter masked',
  ...forStaff('cases.read'),
  request: { params },
  responses: answers(200, letterSchema, 'The letter'),
})
const edit = route.put('/letters/{id}', {
  summary: 'Put the words of a draft right',
  ...forStaff(...carers),
  request: { params, ...jsonBody(editSchema) },
  responses: answers(200, letterSchema, 'Kept'),
})
const print = route.post('/letter-prints', {
  summary: 'The papers of approved letters as one file; their reporters read that their identity was opened for it',
  ...forStaff('letters.post', 'letters.post_confidential'),
  request: { params: tenantParam, ...jsonBody(printSchema) },
  responses: { 200: fileAnswer('application/pdf', 'In the order asked for'), ...refusals },
})
const posting = route.post('/letter-posts', {
  summary: 'Several letters were handed to the post; if one of them cannot be, none is',
  ...forStaff('letters.post'),
  request: { params: tenantParam, ...jsonBody(postSchema) },
  responses: answers(200, postedSchema, 'How many'),
})
const act = <Schema extends z.ZodType>(verb: Exclude<LetterAct, 'edit' | 'print'>, body: Schema, summary: string) =>
  route.post(`/letters/{id}/${verb}`, {
    summary,
    ...forStaff(...(letterActs[verb].by as readonly [Permission, ...Permission[]])),
    request: { params, ...jsonBody(body) },
    responses: answers(200, letterSchema, 'Done; the letter as it stands now'),
  })

const PAGE = 30

export function letterRoutes(ports: PaperPorts & DraftPorts & CaseViewPorts) {
  const api = newApi()
  const caseAsSeen = showCase(ports)
  const view = async (c: Context<AppEnv>, found: LetterOnCase) =>
    letterView(found, c.get('staff'), await viewContextOf(c, ports))

  api.openapi(list, async (c) => {
    const staff = c.get('staff')
    const { state, cursor } = c.req.valid('query')
    const { items, nextCursor } = await listLetters(ports, staff, { state, after: cursor, limit: PAGE })
    const context = await viewContextOf(c, ports)
    const counts = await letterCounts(ports, staff)
    return c.json({ items: items.map((one) => letterLine(one, staff, context)), nextCursor, counts }, 200)
  })
  api.openapi(ofCase, async (c) => {
    const staff = c.get('staff')
    const letters = await lettersOfCase(ports, staff, c.req.valid('param').number)
    const context = await viewContextOf(c, ports)
    return c.json({ items: letters.map((one) => letterLine(one, staff, context)) }, 200)
  })
  api.openapi(instead, async (c) => {
    const { number } = c.req.valid('param')
    const { notice } = c.req.valid('json')
    return c.json(await caseAsSeen(c, await sendByLetter(ports, c.get('staff'), { number, notice })), 200)
  })
  api.openapi(print, async (c) => {
    const [first, ...more] = c.req.valid('json').letters
    if (!first) throw new Error('The schema lets no empty list pass.')
    return pdfResponse(c, 'surat.pdf', await printLetters(ports, c.get('staff'), [first, ...more]))
  })
  api.openapi(posting, async (c) => {
    const { letters, on } = c.req.valid('json')
    return c.json({ posted: await postLetters(ports, c.get('staff'), { letters, on: parseDay(on) }) }, 200)
  })
  api.openapi(read, async (c) =>
    c.json(await view(c, await readLetter(ports, c.get('staff'), c.req.valid('param').id)), 200),
  )
  api.openapi(edit, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await editDraft(ports, c.get('staff'), request)), 200)
  })

  function mount<Body extends { revision: number }>(
    verb: Exclude<LetterAct, 'edit' | 'print'>,
    schema: z.ZodType<Body>,
    summary: string,
    useCase: (ports: PaperPorts, by: StaffMember, request: Body & { id: string }) => Promise<LetterOnCase>,
  ): void {
    api.openapi(act(verb, schema, summary), async (c) => {
      // The schema has validated it; the route's own type has lost which schema that is.
      const body = c.req.valid('json') as Body
      const { id } = c.req.valid('param')
      return c.json(await view(c, await useCase(ports, c.get('staff'), { ...body, id })), 200)
    })
  }
  const bodies = letterActBodies
  mount('submit', bodies.submit, 'Hand a draft in for approval', submitDraft)
  mount('give-back', bodies['give-back'], 'Give a letter back to who wrote it', giveBack)
  mount('approve', bodies.approve, 'Approve a letter that somebody else wrote; it gets its number', approve)
  mount('withdraw', bodies.withdraw, 'Withdraw a letter that has not left', withdraw)
  mount('post', bodies.post, 'A letter was handed to the post', (by, staff, request) =>
    post(by, staff, { ...request, on: parseDay(request.on) }),
  )
  mount('arrive', bodies.arrive, 'A letter arrived', recordArrival)
  mount('return', bodies.return, 'The post brought a letter back', recordReturn)
  return api
}
