import { describe, expect, it } from 'vitest'
import { tickStep as decide, stepsOf } from '../../service/case/tasks.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { mayTick, tickStep } from '../../service/desk/marks.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { stepProblems } from '../../service/offices/tenants/configuration.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { aComplaint, aComplaintIn, aMoment, officer } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

const ask = { id: 'Tanya petugas loket', en: 'Ask the officer at the counter' }
const look = { id: 'Periksa kuitansi', en: '' }
const { category } = aComplaint()
const withSteps = (steps: readonly (typeof ask)[], of = category) => ({
  ...bagianOrganisasi,
  categories: bagianOrganisasi.categories.map((one) => (one.code === of ? { ...one, steps } : one)),
})
const [bayu, citra] = [officer('bayu', 'Petugas'), officer('citra', 'Petugas')]
const lines = (...asked: Parameters<typeof stepsOf>) =>
  stepsOf(...asked).map(({ text, tick, isFormer }) => [text.id, tick?.by ?? null, isFormer])

describe('a checklist', () => {
  const settings = withSteps([ask, look])
  const before = aComplaint()
  const ticked = decide(before, { step: ask.id, on: true }, bayu, aMoment(1).at, settings)

  it('has the steps of the category in order, each with who ticked it first', () => {
    expect(lines(aComplaint(), bagianOrganisasi)).toEqual([])
    expect(lines(ticked, settings)).toEqual([
      [ask.id, bayu, false],
      [look.id, null, false],
    ])
    // Two tabs, or two people, tick the same.
    expect(decide(ticked, { step: ask.id, on: true }, citra, aMoment(2).at, settings)).toBe(ticked)
    const open = decide(ticked, { step: ask.id, on: false }, citra, aMoment(2).at, settings)
    expect(open.dossier.ticks).toEqual([])
    expect(decide(open, { step: ask.id, on: false }, bayu, aMoment(3).at, settings)).toBe(open)
  })

  it('makes no act on the case old, and is no line of its history', () => {
    const { dossier, ...outline } = ticked
    expect({ ...outline, dossier: { ...dossier, ticks: [] } }).toEqual(before)
    expect(ticked.revision).toBe(before.revision)
  })

  it('keeps what was ticked where the steps or the category change, and again where they come back', () => {
    expect(lines(ticked, withSteps([look]))).toEqual([
      [look.id, null, false],
      [ask.id, bayu, true],
    ])
    expect(lines({ ...ticked, category: 'tidak_ada' }, settings)).toEqual([[ask.id, bayu, true]])
    expect(lines(ticked, withSteps([look, { ...ask, en: 'Ask' }]))[1]).toEqual([ask.id, bayu, false])
    const former = () => decide(ticked, { step: ask.id, on: false }, bayu, aMoment(2).at, withSteps([look]))
    expect(refusalOf(former)).toBe('step/unknown')
  })

  it('of a category names no step twice, because ticks go by its words', () => {
    expect(stepProblems([{ steps: [look] }, {}, { steps: [ask, look, ask] }])).toEqual([
      { path: 'categories.2.steps.2.id', code: 'taken' },
    ])
    expect(stepProblems([{ steps: [ask, look] }])).toEqual([])
  })
})

describe('ticking a step', () => {
  async function anOffice() {
    const desk = await aDesk()
    const unit = await desk.ports.tenants.get(organisasi)
    await desk.ports.tenants.replace({ ...unit, settings: withSteps([ask, look]) })
    const handler = staffWith(['case_handler'])
    const { id } = await desk.receive(aComplaintIn('in_progress', { handler: handler.id }))
    const tick = (staff: StaffMember, on = true) => tickStep(desk.ports, staff, id, { step: ask.id, on })
    return { ...desk, handler, number: id, tick }
  }

  it('is open to who may act on the case, and does not stop the answer', async () => {
    const { ports, handler, number, tick } = await anOffice()
    const { revision } = await ports.complaints.get(organisasi, number)
    const verifier = staffWith(['verifier'])
    await Promise.all([tick(handler), tick(verifier)])
    const { dossier } = await ports.complaints.get(organisasi, number)
    expect(dossier.ticks.map(({ step }) => step)).toEqual([ask.id])
    for (const staff of [staffWith(['intake_officer']), staffWith(['internal_auditor'])]) {
      expect(await laterRefusalOf(tick(staff))).toBe('staff/not-permitted')
      expect(mayTick(staff, await ports.complaints.get(organisasi, number))).toBe(false)
    }
    const proposal = { number, revision, outcome: 'clarified', text: 'Sudah kami jelaskan.' } as const
    const proposed = await performAct(ports, handler, 'propose-answer', proposal)
    expect(proposed.status).toBe('awaiting_approval')
    expect(proposed.dossier.ticks).toHaveLength(1)
  })

  it('ends with the case, and the ticks stay with a case that joined another', async () => {
    const { ports, receive, handler, number, tick } = await anOffice()
    await tick(handler)
    const leading = await receive(aComplaintIn('in_progress'))
    const { revision } = await ports.complaints.get(organisasi, number)
    const joined = await performAct(ports, staffWith(['verifier']), 'merge', { number, revision, into: leading.id })
    expect(joined.dossier.ticks).toHaveLength(1)
    expect((await ports.complaints.get(organisasi, leading.id)).dossier.ticks).toEqual([])
    expect(mayTick(handler, joined)).toBe(false)
    expect(await laterRefusalOf(tick(handler, false))).toBe('case/wrong-status')
  })
})
