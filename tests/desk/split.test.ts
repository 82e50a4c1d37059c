import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { nameSplit, withMovedFiles } from '../../service/case/split-case.ts'
import type { ComplaintStore } from '../../service/case/store/complaint-store.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { deliverWaitingNews } from '../../service/desk/joined-cases.ts'
import { withOwnKey } from '../../service/storage/vault.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../support/a-desk.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

const verifier = staffWith(['verifier'])
const died = new Error('The process died.')
const second = {
  ...{ category: 'maladministration', subject: 'Hal kedua', chronology: 'Diminta uang.', because: 'Ada dua hal.' },
  evidence: [],
}

const file = (id: string): Complaint['evidence'][number] => ({
  ...{ id, size: 3, type: 'image/png', sha256: id.repeat(8), browserAgreed: true, scan: null, key: 'kunci' as never },
  addedAt: aComplaint().receivedAt,
})

/** A complaint of two matters with three files, of which the second belongs to the second matter alone. */
async function twoMatters(desk: Desk) {
  const own = withOwnKey('evidence', desk.ports.vault)
  const names = ['satu', 'dua', 'tiga']
  const evidence = await Promise.all(names.map(async (id) => ({ ...file(id), key: await own.newKey(organisasi, id) })))
  const evidenceNames = Object.fromEntries(evidence.map(({ id }) => [id, `${id}.png`]))
  const decided = { leaves: 'withheld', areas: [], by: { kind: 'system' }, because: 'Wajah.' } as const
  const { id: number, revision } = await desk.receive(
    aComplaint({
      evidence,
      dossier: {
        chronology: 'Berkas tidak diproses.\nDiminta uang.',
        ...{ evidenceNames, hiddenNames: ['dua'] },
        fileRedactions: [{ file: 'dua', at: aComplaint().receivedAt, ...decided }],
      },
    }),
  )
  return { number, request: { number, revision, ...second, moved: ['dua'] } }
}

const all = async ({ ports }: Desk): Promise<readonly Complaint[]> =>
  (await ports.complaints.list(organisasi, { index: 'received', order: 'ascending', limit: 100 })).items

/** Where a process can die around the write of the second case. */
const deaths: Readonly<Record<string, (complaints: ComplaintStore) => ComplaintStore>> = {
  'before the second case': (complaints) => ({ ...complaints, add: () => Promise.reject(died) }),
  'after the second case, before the first knows it': (complaints) => ({
    ...complaints,
    async add(...given) {
      await complaints.add(...given)
      throw died
    },
  }),
}

describe.each(Object.keys(deaths))('a process that dies %s', (when) => {
  it('neither loses nor doubles the second matter or a file, also where the officer asks again', async () => {
    const desk = await aDesk()
    const { number, request } = await twoMatters(desk)
    const dying = { ...desk.ports, complaints: deaths[when]!(desk.ports.complaints) }
    await expect(performAct(dying, verifier, 'split', request)).rejects.toThrow(died.message)
    // The first write is durable, so the same request is refused; what it asked for is done by the task.
    expect(await laterRefusalOf(performAct(desk.ports, verifier, 'split', request))).toBe('case/changed-meanwhile')
    const faults: unknown[] = []
    for (let round = 0; round < 2; round++) await deliverWaitingNews(desk.ports, (cause) => faults.push(cause))
    expect(faults).toEqual([])
    const cases = await all(desk)
    expect(cases.map(({ evidence }) => evidence.map(({ id }) => id))).toEqual([['satu', 'tiga'], ['dua']])
    const [first, other] = cases
    expect(first!.dossier.splits).toMatchObject([{ number: other!.id }])
    expect(other!.dossier.splitFrom?.number).toBe(number)
    expect(first!.dossier.passesOn).toEqual([])
    expect(first!.notices.filter(({ event }) => event === 'message')).toHaveLength(1)
  })

  it('is finished once where two processes go on at the same time', async () => {
    const desk = await aDesk()
    const { request } = await twoMatters(desk)
    const dying = { ...desk.ports, complaints: deaths[when]!(desk.ports.complaints) }
    await expect(performAct(dying, verifier, 'split', request)).rejects.toThrow(died.message)
    await Promise.all([1, 2, 3].map(() => deliverWaitingNews(desk.ports, () => {})))
    await deliverWaitingNews(desk.ports, (cause) => expect(cause).toBeUndefined())
    expect((await all(desk)).map(({ evidence }) => evidence.length)).toEqual([2, 1])
  })
})

describe('a file that belongs to the second matter alone', () => {
  it('leaves the first case with its name and with what was decided of it, and the receipt of both still says it', async () => {
    const desk = await aDesk()
    const { number, request } = await twoMatters(desk)
    await performAct(desk.ports, verifier, 'split', request)
    const [first, other] = await all(desk)
    expect(first!.dossier).toMatchObject({ hiddenNames: [], fileRedactions: [] })
    expect(first!.dossier.evidenceNames).toEqual({ satu: 'satu.png', tiga: 'tiga.png' })
    expect(other!.dossier).toMatchObject({
      ...{ evidenceNames: { dua: 'dua.png' }, hiddenNames: ['dua'] },
      fileRedactions: [{ file: 'dua', leaves: 'withheld' }],
    })
    expect(withMovedFiles(first!).map(({ id, name }) => [id, name])).toEqual([
      ['satu', null],
      ['dua', 'dua.png'],
      ['tiga', null],
    ])
    expect(withMovedFiles(other!).map(({ id }) => id)).toEqual(['dua'])
    expect(number).toBe(first!.id)
  })

  it('keeps its place where several splits took files', () => {
    const splits = [1, 2].map((one) => ({ id: `pisah-${one}`, number: null, at: aComplaint().receivedAt }))
    const whole = aComplaint({ evidence: ['a', 'b', 'c', 'd', 'e'].map(file), dossier: { splits } })
    const order = (moved: string[]) => ({ moved }) as never
    const once = nameSplit(whole, { join: 'pisah-1', order: order(['b', 'd']) }, 'BO-2')
    const twice = nameSplit(once, { join: 'pisah-2', order: order(['a', 'c']) }, 'BO-3')
    expect(twice.evidence.map(({ id }) => id)).toEqual(['e'])
    expect(withMovedFiles(twice).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
    const again = nameSplit(twice, { join: 'pisah-2', order: order(['a', 'c']) }, 'BO-3')
    expect(again).toEqual(twice)
  })
})
