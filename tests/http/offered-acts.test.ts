import { expect, it } from 'vitest'
import type { StaffList } from '../../admin/api/wire.ts'
import { type StaffAct, staffActs as verbs } from '../../service/contract/acts.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { type Role, roles } from '../../service/offices/vocabulary.ts'
import { aNewUnit } from '../support/a-new-unit.ts'
import { aFiling } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { type Dice, diceOf, oneOf } from '../support/dice.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { staffActs } from '../support/staff-acts.ts'

const service = oneService(withOperator)

const UNITS = 6
const STEPS = 30
const categories = ['maladministration', 'illegal_levy', 'other'] as const

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof aNewUnit>>['join']>> & { readonly name: string }

const text = 'Kami periksa dan kami kabari lagi.'

const improvementBy = (handler: string | null) => ({
  ...{ cause: 'information', causeText: text, change: text, checkOn: officeDay(30), noProof: text },
  ...(handler ? { owner: handler } : { ownerPosition: 'Kepala loket' }),
})

type Filled = (seen: CaseView, near: { handler: string | null; other: string | null }) => object | null

/** What somebody would fill in where it follows from the case; `null` where nobody or nothing is there to choose. */
const filled: Readonly<Partial<Record<StaffAct, Filled>>> = {
  verify: ({ needsGroundedDecision }) =>
    needsGroundedDecision ? { grounded: { wellFounded: true, because: text } } : {},
  dispatch: (_, { handler }) => (handler ? { handler } : null),
  'set-label': ({ moreLabels }) => (moreLabels[0] ? { label: moreLabels[0].id, on: true } : null),
  redact: () => ({ words: ['biaya'], because: text }),
  answer: () => ({ outcome: 'substantiated', text }),
  forward: () => ({ to: 'outside', name: 'Ombudsman RI', sentOn: officeDay(0), reason: text }),
  merge: (_, { other }) => (other ? { into: other } : null),
  split: ({ chronology, category }) => ({
    ...{ category: category.code, subject: 'Hal kedua', evidence: [], because: text },
    chronology: chronology.split('\n')[0] ?? '',
  }),
  close: ({ owesImprovement }, { handler }) => (owesImprovement ? improvementBy(handler) : {}),
  'name-improvement': (_, { handler }) => improvementBy(handler),
  'record-call': () => ({ result: 'unsolved', text }),
  'decide-objection': ({ decidesOnOwnAnswer }) => ({
    ...{ upheld: false, text },
    ...(decidesOnOwnAnswer && { ownReason: text }),
  }),
  extend: () => ({ days: 1, reason: text }),
  correct: ({ channel }) => ({ channel: channel === 'telephone' ? 'letter' : 'telephone', reason: text }),
  'explain-delay': () => ({ newDate: officeDay(9), reason: text }),
}

const usual = new Map<StaffAct, object>(staffActs.map(({ act, body }) => [act, body]))

const bodyOf = (act: StaffAct, ...seen: Parameters<Filled>): object | null =>
  filled[act] ? filled[act](...seen) : (usual.get(act) ?? null)

async function aRandomUnit(dice: Dice, slug: string, at: number) {
  const unit = await aNewUnit(service, slug, `A${String.fromCharCode(65 + at)}`)
  const people: Person[] = []
  const able = roles.filter((role) => role !== 'identity_custodian' && role !== 'tenant_admin')
  for (let one = 0; one <= dice(4); one++) {
    const own = new Set<Role>([oneOf(dice, able), ...(dice(100) < 50 ? [oneOf(dice, able)] : [])])
    if (one === 0) for (const role of ['unit_head', 'verifier', 'case_handler'] as const) own.add(role)
    const limits = Object.fromEntries(
      one > 0 && dice(100) < 30 ? [...own].map((role) => [role, [oneOf(dice, categories.slice(0, 2))]]) : [],
    )
    const name = `Nama orang${one}`
    people.push({ ...(await unit.join(`orang${one}`, [...own], { limits })), name })
  }
  for (const person of people) {
    if (dice(100) >= 25) continue
    const deputy = oneOf(dice, [null, ...people.filter(({ id }) => id !== person.id).map(({ id }) => id)])
    const absences = [{ firstDay: officeDay(0), lastDay: officeDay(3), deputy, title: 'plh' }]
    await person.call('PUT', unit.path(`/duties/absences/${person.id}`), { absences })
  }
  return { ...unit, people, office: service.unit(slug) }
}

type Unit = Awaited<ReturnType<typeof aRandomUnit>>

async function fileSome(dice: Dice, { office, people }: Unit): Promise<ReceiptView[]> {
  const filed: ReceiptView[] = []
  for (let one = 0; one < 4; one++) {
    const reportedPerson = dice(100) < 25 ? oneOf(dice, people).name : undefined
    const category = oneOf(dice, categories.slice(0, 2))
    const chronology = 'Petugas meminta biaya.\nBerkas saya belum diproses.'
    filed.push(await office.file(aFiling({ category, chronology, ...(reportedPerson && { reportedPerson }) })))
  }
  return filed
}

const seed = Number(process.env.SEED ?? 20_261_128)

it(`offers each act that it takes, and no other, in ${UNITS} units drawn with SEED=${seed}`, async () => {
  const dice = diceOf(seed)
  const wrong: string[] = []
  const tried = { offered: 0, hidden: 0 }
  const performed = new Set<StaffAct>()
  const lastSeen = new Map<string, CaseView>()
  for (let at = 0; at < UNITS; at++) {
    const unit = await aRandomUnit(dice, `unit-acak-${at}`, at)
    const receipts = await fileSome(dice, unit)
    for (let step = 0; step < STEPS; step++) {
      const person = oneOf(dice, unit.people)
      const receipt = oneOf(dice, receipts)
      const address = unit.path(`/cases/${receipt.number}`)
      const read = async () => {
        const response = await person.call('GET', address)
        return response.ok ? ((await response.json()) as CaseView) : null
      }
      const seen = await read()
      const handlers = await person.call('GET', unit.path(`/handlers?case=${receipt.number}`))
      const handler = handlers.ok ? (((await handlers.json()) as StaffList).items[0]?.id ?? null) : null
      let other: string | null = null
      for (const { number } of receipts) {
        const there = number === receipt.number ? null : await person.call('GET', unit.path(`/cases/${number}`))
        const view = there?.ok ? ((await there.json()) as CaseView) : null
        if (view && view.merged === null && view.acts.includes('merge')) other = number
      }
      if (seen) lastSeen.set(receipt.number, seen)
      const known = seen ?? lastSeen.get(receipt.number)
      if (!known) continue
      const perform = async (act: StaffAct) => {
        const body = bodyOf(act, known, { handler, other })
        if (body === null) return null
        const response = await person.call('POST', `${address}/${act}`, { revision: known.revision, ...body })
        const problem = response.ok ? '' : ((await response.json()) as { code?: string }).code
        const where = `${seen ? '' : 'unseen '}${known.status}`
        const what = `unit ${at} step ${step}: ${act} by ${person.name} on ${where}: ${response.status} ${problem}`
        return { isDone: response.ok, what }
      }
      const offered = seen?.acts ?? []
      for (const act of verbs.filter((one) => !offered.includes(one))) {
        const answer = await perform(act)
        if (answer === null) continue
        tried.hidden++
        if (answer.isDone) wrong.push(`hidden, yet done: ${answer.what}`)
        // The case has changed, so what follows would be about another one.
        if (answer.isDone) break
      }
      const now = await read()
      if (!now || now.revision !== seen?.revision || now.acts.length === 0) continue
      const lively = now.acts.filter(
        (act) => act !== 'note' && act !== 'set-label' && act !== 'message' && act !== 'redact',
      )
      const act = oneOf(dice, lively.length > 0 && dice(100) < 90 ? lively : now.acts)
      const answer = await perform(act)
      if (answer !== null) {
        tried.offered++
        performed.add(act)
        if (!answer.isDone) wrong.push(`offered, yet refused: ${answer.what}`)
      }
      const reporter = unit.office.reporter(receipt)
      const { acts } = await reporter.follow()
      if (acts.includes('objection') && dice(100) < 50) await reporter.post('/objection', { text })
      if (now.status === 'incomplete' && dice(100) < 50) await reporter.post('/messages', { text })
    }
  }
  expect(wrong).toEqual([])
  expect(tried.offered).toBeGreaterThan(UNITS * 8)
  expect(tried.hidden).toBeGreaterThan(UNITS * 100)
  expect(performed.size).toBeGreaterThan(8)
})
