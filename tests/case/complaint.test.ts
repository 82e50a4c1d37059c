import { describe, expect, it } from 'vitest'
import { canBecome, caseLimits, outlineLimits, refuseUnlessReachable } from '../../service/case/complaint.ts'
import { writeToOffice } from '../../service/case/reporter-acts.ts'
import type { Complaint, Dossier } from '../../service/case/shape/complaint.ts'
import { note, writeToReporter } from '../../service/desk/messages.ts'
import { type Status, statuses } from '../../service/offices/vocabulary.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aMoment, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk } from '../support/a-desk.ts'
import { itInEach } from '../support/in-each.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

/** Row: from; column: to. `x` where a complaint may go. */
const table = `
                   rec inc pro awa ans obj clo dec for mer wit
received            .   x   x   .   .   .   .   x   x   x   x
incomplete          x   .   x   .   .   .   .   x   .   .   x
in_progress         .   x   .   x   x   .   .   x   x   x   x
awaiting_approval   .   .   x   .   x   .   .   .   .   .   x
answered            .   .   .   .   .   x   x   .   .   .   .
objected            .   .   x   .   x   .   x   x   .   .   .
closed              .   .   .   .   .   x   .   .   .   .   .
declined            .   .   .   .   .   x   .   .   .   .   .
forwarded           .   .   .   .   .   .   .   .   .   .   .
merged              x   .   x   .   .   x   .   .   .   .   x
withdrawn           x   .   x   .   .   .   .   .   .   .   .`

const [, , ...rows] = table.split('\n').map((row) => row.trim().split(/\s+/))
const pairs = rows.flatMap(([from, ...cells]) =>
  cells.map((cell, at) => ({ from: from as Status, to: statuses[at]!, may: cell === 'x' })),
)

describe('the status of a complaint', () => {
  it('is one of eleven, and the table names every pair of them', () => {
    expect(rows.map(([from]) => from)).toEqual(statuses)
    expect(pairs).toHaveLength(statuses.length ** 2)
  })

  itInEach(
    pairs.filter(({ may }) => may),
    'goes where the table has a mark',
    ({ from, to }) => {
      expect(canBecome(from, to)).toBe(true)
      refuseUnlessReachable(from, to)
    },
  )

  itInEach(
    pairs.filter(({ may }) => !may),
    'goes nowhere else',
    ({ from, to }) => {
      expect(canBecome(from, to)).toBe(false)
      expect(refusalOf(() => refuseUnlessReachable(from, to))).toBe('case/wrong-status')
    },
  )

  it('never leaves forwarded', () => {
    const ends = statuses.filter((from) => !statuses.some((to) => canBecome(from, to)))
    expect(ends).toEqual(['forwarded'])
  })
})

const reason = 'x'.repeat(1_000)
const longest = '\u6587'.repeat(4_000)
const delay = { at: mondayAtTen, by: verifier, reason, newDate: mondayAtTen }
const withDossier = (complaint: Complaint, dossier: Partial<Dossier>): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, ...dossier },
})
const delays = (count: number) => Array.from({ length: count }, () => delay)

describe('a case that is pushed to its limits', () => {
  it('takes a list up to its limit and refuses what would make it longer, and nothing else', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const { most } = caseLimits.dossier.delays
    const change = (decide: (one: Complaint) => Complaint) => desk.ports.complaints.change(organisasi, id, decide)
    await change((one) => withDossier(one, { delays: delays(most) }))
    expect(await laterRefusalOf(change((one) => withDossier(one, { delays: delays(most + 1) })))).toBe('case/full')
    const words = { text: 'Apakah sudah selesai?', completes: true }
    const written = await change((one) => writeToOffice(one, words, aMoment(1)))
    expect(written.dossier.messages.at(-1)?.text).toBe(words.text)
    expect(written.dossier.delays).toHaveLength(most)
  })

  it('refuses a write that would make its document too large, and stays open to its reporter', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const change = (decide: (one: Complaint) => Complaint) => desk.ports.complaints.change(organisasi, id, decide)
    const reasons = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`jeda-${at}`, longest]))
    await change((one) => withDossier(one, { clockReasons: reasons(35) }))
    expect(await laterRefusalOf(change((one) => withDossier(one, { clockReasons: reasons(40) })))).toBe('case/full')
    await change((one) => writeToOffice(one, { text: 'Mohon kabar.', completes: true }, aMoment(1)))
  })

  it('lies in a document below a million characters, whatever is written to it', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const change = (decide: (one: Complaint) => Complaint) => desk.ports.complaints.change(organisasi, id, decide)
    const reasons = Object.fromEntries(Array.from({ length: 36 }, (_, at) => [`jeda-${at}`, longest]))
    await change((one) => withDossier(one, { clockReasons: reasons }))
    let largest = 0
    for (let at = 0; at < 14; at++) {
      const moment = { ...aMoment(), at: plusMilliseconds(mondayAtTen, (at + 1) * 60_000) }
      await change((one) => writeToOffice(one, { text: longest, completes: true }, moment))
      await change((one) => note(one, { text: longest }, verifier, moment))
      const { notices } = await change((one) => writeToReporter(one, { text: longest }, verifier, moment))
      const sent = notices.at(-1)
      if (sent) {
        await desk.ports.complaints.record(organisasi, id, sent.id, (one) => ({
          ...one,
          state: 'sent',
          nextTryAt: null,
        }))
      }
      largest = Math.max(largest, JSON.stringify(await desk.store.complaints.get(organisasi, id)).length)
    }
    expect(largest).toBeLessThan(1_100_000)
  })
})

/** The names under which a value holds lists, whatever is in them. */
const listsIn = (value: object): string[] =>
  Object.entries(value).flatMap(([name, one]) =>
    Array.isArray(one) || /^(evidenceNames|clockReasons)$/.test(name) ? [name] : [],
  )

describe('the table of limits', () => {
  it('has a row for every list that lies in a case, and none for a list that is gone', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const { dossier, ...outline } = await desk.ports.complaints.get(organisasi, id)
    expect(listsIn(outline).toSorted()).toEqual(Object.keys(caseLimits.outline).toSorted())
    expect(listsIn(dossier).toSorted()).toEqual(Object.keys(caseLimits.dossier).toSorted())
    const { dossier: _, ...kept } = (await desk.store.complaints.get(organisasi, id)) ?? { dossier: '' }
    const known = [...Object.keys(caseLimits.outline), ...Object.keys(outlineLimits)]
    expect(listsIn(kept).filter((name) => !known.includes(name))).toEqual([])
  })

  it('keeps few lines that a machine wrote, and tells of each date from where to where it moved', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const dateOf = (day: number) => plusMilliseconds(mondayAtTen, day * 86_400_000)
    for (let day = 0; day < 50; day++) {
      const kept = await desk.store.complaints.get(organisasi, id)
      if (!kept) throw new Error('The case is gone.')
      const span = { from: dateOf(day), to: dateOf(day + 1), leftOut: [], countedAgain: [] }
      const moved = [{ clock: 'verification', ...span }] as const
      const by = { kind: 'system' } as const
      const line = { at: dateOf(day), event: 'dates_moved', by, text: null, public: true, moved } as const
      await desk.ports.complaints.move(kept, ({ clocks }) => ({ clocks, line }))
    }
    const lines = (await desk.store.complaints.get(organisasi, id))?.linesToSeal ?? []
    expect(lines).toHaveLength(outlineLimits.linesToSeal)
    expect(lines[0]?.moved).toMatchObject([{ from: dateOf(0), to: dateOf(31) }])
    expect(lines.at(-1)?.moved).toMatchObject([{ from: dateOf(49), to: dateOf(50) }])
  })

  for (const part of ['outline', 'dossier'] as const) {
    for (const [name, row] of Object.entries(caseLimits[part])) {
      if (!('most' in row)) continue
      it(`refuses ${row.most + 1} of ${name}`, async () => {
        const desk = await aDesk()
        const { id } = await desk.receive(aComplaint())
        const holding = (count: number) => (one: Complaint) => {
          const before = { ...one, ...one.dossier }[name as keyof Complaint & keyof Dossier] as object
          // A slip of a disposition has its list of assignments.
          const filler = { ...delay, assignments: [] }
          const items = Array.from({ length: count }, (_, at) => [`baru-${at}`, { ...filler, id: `${at}` }] as const)
          const list = Array.isArray(before) ? items.map(([, item]) => item) : Object.fromEntries(items)
          return part === 'outline' ? { ...one, [name]: list } : withDossier(one, { [name]: list })
        }
        const change = (count: number) => desk.ports.complaints.change(organisasi, id, holding(count))
        expect(await laterRefusalOf(change(row.most + 1))).toBe('case/full')
      })
    }
  }
})
