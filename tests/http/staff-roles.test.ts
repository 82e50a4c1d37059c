import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffAct } from '../../service/contract/acts.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ActName } from '../../service/desk/case-acts.ts'
import type { Role, Status } from '../../service/offices/vocabulary.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aSpokenCase } from '../support/a-spoken-case.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { improved, staffActs } from '../support/staff-acts.ts'

const service = oneService()
const text = 'Kata-kata kantor.'

/** What is late took days, merging takes two cases, and a call takes a draw: those acts are tried elsewhere. */
const tried = staffActs.filter(({ act }) => act !== 'explain-delay' && act !== 'unmerge' && act !== 'record-call')

type Step = readonly [act: ActName, body?: Readonly<Record<string, unknown>>]

const toProposal: readonly Step[] = [['verify'], ['propose-answer']]

/** How a case comes to a status in which acts are tried. */
const pathTo: Partial<Record<Status, readonly Step[]>> = {
  received: [],
  in_progress: [['verify']],
  awaiting_approval: toProposal,
  answered: [...toProposal, ['answer']],
  objected: [...toProposal, ['answer']],
  forwarded: [['forward']],
}

const named = { ...improved, checkOn: officeDay(30) }
const proven: readonly Step[] = [...toProposal, ['answer', {}]]

/** Acts that need more than a status, or another body than an act in its own right. */
const otherwise: Partial<Record<ActName, { readonly path: readonly Step[]; readonly body?: object }>> = {
  answer: { path: toProposal, body: {} },
  'name-improvement': { path: proven, body: named },
  'check-improvement': { path: [...proven, ['close', named]] },
  'recall-forward': { path: [['forward', { to: 'unit', unit: 'dinas-contoh', reason: text, evidence: [] }]] },
  resume: { path: [['pause']] },
  'set-label': { path: [], body: { label: 'segera', on: true } },
  split: {
    path: [],
    body: {
      ...{ category: 'illegal_levy', subject: 'Hal kedua', evidence: [], because: text },
      chronology: 'meminta lima puluh ribu rupiah',
    },
  },
}

const roleOf: Readonly<Record<string, Role>> = { verifikator: 'verifier', petugas: 'case_handler', kepala: 'unit_head' }

async function aCaseBefore(act: ActName) {
  const office = service.unit()
  const receipt = await (act === 'transcribe' ? aSpokenCase(service) : office.file())
  const head = await service.staff('kepala')
  const { session } = await service.staff('petugas')
  const bodyOf = (one: ActName): object => ({
    ...tried.find((row) => row.act === one)?.body,
    ...(one === 'dispatch' && { handler: session.staff.id }),
    ...(one === 'forward' && { sentOn: officeDay() }),
  })
  const [status = 'received'] = tried.find((row) => row.act === act)?.from ?? []
  const path = otherwise[act]?.path ?? pathTo[status] ?? []
  for (const [verb, body] of path) {
    expect((await head.act(receipt.number, verb, { ...(body ?? bodyOf(verb)) })).status).toBe(200)
  }
  if (status === 'objected') await office.reporter(receipt).post('/objection', { text: 'Keberatan.' })
  return { office, number: receipt.number, body: otherwise[act]?.body ?? bodyOf(act) }
}

beforeAll(async () => {
  const admin = await service.staff('admin')
  const settings = await (await admin.get('/settings')).json()
  const labels = [{ id: 'segera', name: 'Segera', colour: 'rose' }]
  await fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, labels }),
  })
})

describe.each(tried)('$act', ({ act, roles, to }) => {
  it.each(['admin', 'verifikator', 'petugas', 'kepala', 'kustodian'])('by %s', async (mailbox) => {
    const { number, body } = await aCaseBefore(act)
    const person = await service.staff(mailbox)
    const seen = await (await service.staff('kepala')).case(number)

    const answer = await person.post(`/cases/${number}/${act}`, { revision: seen.revision, ...body })

    const role = roleOf[mailbox]
    if (!role || !roles.includes(role)) return expect(await refusalIn(answer)).toBe('403 staff/not-permitted')
    // The head answered in this story, so the role allows it and the rule of the other person refuses it.
    if (act === 'decide-objection') return expect(await refusalIn(answer)).toBe('403 objection/own-answer')
    expect(answer.status).toBe(200)
    const after = (await answer.json()) as CaseView
    expect(after).toMatchObject({ number, status: to ?? seen.status, revision: seen.revision + 1 })
    expect(await person.case(number)).toMatchObject({ status: after.status, revision: after.revision })
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
  // Merging takes two cases, so the table of acts has no row for it; the unit has a label to set.
  const expected = (role: Role) =>
    staffActs
      .filter(({ from, given, roles }) => from.includes('received') && !given && roles.includes(role))
      .map(({ act }): StaffAct => act)
      .concat('set-label')
  expect((await actsFor('verifikator')).toSorted()).toEqual([...expected('verifier'), 'merge'].toSorted())
  expect((await actsFor('petugas')).toSorted()).toEqual(expected('case_handler').toSorted())
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
