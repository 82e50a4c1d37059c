import { describe, expect, it } from 'vitest'
import type { CaseView, StaffAct } from '../../service/contract/case-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const text = 'Kata-kata kantor.'

/** What is late took days, and merging takes two cases: those acts are tried elsewhere. */
type HttpAct = Exclude<StaffAct, 'explain-delay' | 'merge' | 'unmerge'>

const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' })

/** How a case comes to where the act is possible, what the act brings, and which of the demo staff may do it. */
const acts: Record<
  HttpAct,
  {
    path: readonly HttpAct[]
    /** An act of the path that takes another body here. */
    before?: Partial<Record<HttpAct, Record<string, unknown>>>
    body: Record<string, unknown>
    may: readonly string[]
    becomes: string
  }
> = {
  verify: { path: [], body: {}, may: ['verifikator', 'kepala'], becomes: 'in_progress' },
  'ask-for-completion': {
    path: [],
    body: { items: ['evidence'], text },
    may: ['verifikator', 'petugas', 'kepala'],
    becomes: 'incomplete',
  },
  dispatch: { path: ['verify'], body: {}, may: ['verifikator', 'kepala'], becomes: 'in_progress' },
  message: { path: [], body: { text }, may: ['verifikator', 'petugas', 'kepala'], becomes: 'received' },
  note: { path: [], body: { text }, may: ['verifikator', 'petugas', 'kepala'], becomes: 'received' },
  'propose-answer': {
    path: ['verify'],
    body: { outcome: 'clarified', text },
    may: ['petugas', 'kepala'],
    becomes: 'awaiting_approval',
  },
  'return-answer': { path: ['verify', 'propose-answer'], body: { text }, may: ['kepala'], becomes: 'in_progress' },
  answer: { path: ['verify', 'propose-answer'], body: {}, may: ['kepala'], becomes: 'answered' },
  decline: {
    path: [],
    body: { reason: 'not_our_authority', text, elsewhere: 'Ombudsman RI' },
    may: ['verifikator', 'kepala'],
    becomes: 'declined',
  },
  forward: {
    path: [],
    body: { to: 'outside', name: 'Ombudsman RI', sentOn: today, reason: text },
    may: ['verifikator', 'kepala'],
    becomes: 'forwarded',
  },
  'recall-forward': {
    path: ['forward'],
    before: { forward: { to: 'unit', unit: 'dinas-contoh', reason: text, evidence: [] } },
    body: {},
    may: ['verifikator', 'kepala'],
    becomes: 'received',
  },
  'add-reference': {
    path: ['forward'],
    body: { reference: '0123/LM/2026' },
    may: ['verifikator', 'kepala'],
    becomes: 'forwarded',
  },
  close: { path: ['verify', 'propose-answer', 'answer'], body: {}, may: ['petugas', 'kepala'], becomes: 'closed' },
  'decide-objection': {
    path: ['verify', 'propose-answer', 'answer'],
    body: { upheld: false, text },
    // The head answered in this story, so the role allows it and the rule of the other person refuses it.
    may: ['kepala'],
    becomes: 'objected',
  },
  pause: { path: [], body: { reason: text }, may: ['verifikator', 'petugas', 'kepala'], becomes: 'received' },
  resume: { path: ['pause'], body: {}, may: ['verifikator', 'petugas', 'kepala'], becomes: 'received' },
  extend: { path: ['verify'], body: { days: 2, reason: text }, may: ['kepala'], becomes: 'in_progress' },
}

async function aCaseBefore(act: HttpAct) {
  const office = service.unit()
  const receipt = await office.file()
  const head = await service.staff('kepala')
  const { session } = await service.staff('petugas')
  const bodyOf = (verb: HttpAct) =>
    verb === 'dispatch' ? { handler: session.staff.id } : (acts[act].before?.[verb] ?? acts[verb].body)
  for (const verb of acts[act].path) expect((await head.act(receipt.number, verb, bodyOf(verb))).status).toBe(200)
  if (act === 'decide-objection') await office.reporter(receipt).post('/objection', { text: 'Keberatan.' })
  return { office, number: receipt.number, body: bodyOf(act) }
}

describe.each(Object.entries(acts))('%s', (verb, { may, becomes }) => {
  const act = verb as HttpAct

  it.each(['admin', 'verifikator', 'petugas', 'kepala', 'kustodian'])('by %s', async (mailbox) => {
    const { office, number, body } = await aCaseBefore(act)
    const person = await service.staff(mailbox)
    const seen = await (await service.staff('kepala')).case(number)

    const answer = await office.post(`/cases/${number}/${act}`, { revision: seen.revision, ...body }, person.headers)

    if (!may.includes(mailbox)) return expect(await refusalIn(answer)).toBe('403 staff/not-permitted')
    if (act === 'decide-objection') return expect(await refusalIn(answer)).toBe('403 objection/own-answer')
    expect(answer.status).toBe(200)
    const after = (await answer.json()) as CaseView
    expect(after).toMatchObject({ number, status: becomes, revision: seen.revision + 1 })
    expect(await person.case(number)).toMatchObject({ status: becomes, revision: after.revision })
  })

  it('made from a stale look is refused', async () => {
    const { office, number, body } = await aCaseBefore(act)
    const head = await service.staff('kepala')
    const { revision } = await head.case(number)
    await head.act(number, 'note', { text })
    const late = office.post(`/cases/${number}/${act}`, { revision, ...body }, head.headers)
    expect(await refusalIn(late)).toBe('409 case/changed-meanwhile')
  })

  it('without a revision is refused', async () => {
    const { office, number, body } = await aCaseBefore(act)
    const head = await service.staff('kepala')
    const { code, errors } = await problemOf(await office.post(`/cases/${number}/${act}`, body, head.headers))
    expect([code, errors?.[0]]).toMatchObject(['request/invalid', { path: 'revision', code: 'required' }])
  })
})

it('screens are told the acts that this person can do now', async () => {
  const { number } = await aCaseBefore('verify')
  const actsFor = async (mailbox: string) => (await (await service.staff(mailbox)).case(number)).acts
  expect(await actsFor('verifikator')).toEqual([
    'verify',
    'ask-for-completion',
    'message',
    'note',
    'decline',
    'forward',
    'merge',
    'pause',
  ])
  expect(await actsFor('petugas')).toEqual(['ask-for-completion', 'message', 'note', 'pause'])
  expect(await actsFor('kustodian')).toEqual([])
})

it('two officers who decide at once: one is heard, the other is told that the case has changed', async () => {
  const { office, number } = await aCaseBefore('verify')
  const head = await service.staff('kepala')
  const { revision } = await head.case(number)
  const decline = { revision, reason: 'not_a_complaint', text, elsewhere: 'Loket informasi' }
  const answers = await Promise.all([
    office.post(`/cases/${number}/verify`, { revision }, head.headers),
    office.post(`/cases/${number}/decline`, decline, head.headers),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})
