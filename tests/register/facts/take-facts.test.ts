import { describe, expect, it } from 'vitest'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { factsSpec, openFactsStore } from '../../../service/register/facts/facts-store.ts'
import { type PackedFacts, unpackFacts } from '../../../service/register/facts/packed-facts.ts'
import { takeFacts, visibleFacts } from '../../../service/register/facts/take-facts.ts'
import { withOwnKey } from '../../../service/storage/vault.ts'
import { aComplaint, aMoment } from '../../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { organisasi } from '../../support/two-units.ts'

const all = { from: aMoment(-30).at, to: aMoment(400).at }

async function numbersSeen({ ports }: Pick<Desk, 'ports'>, staff: StaffMember, between = all): Promise<string[]> {
  const numbers: string[] = []
  for await (const some of visibleFacts(ports, staff, between)) numbers.push(...some.map(({ number }) => number))
  return numbers.sort()
}

const reader = staffWith(['verifier'])

describe('the facts of cases', () => {
  it('lie in the store without a place, a category or a number that could be read', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint({ dossier: { place: 'Loket 2' } }))
    await takeFacts(desk.ports, organisasi)
    const kept = await (await desk.allOfStore.collection(factsSpec)).walk(organisasi, null, 10)
    expect(kept.length).toBeGreaterThan(0)
    for (const word of ['Loket', 'maladministration', 'web_widget', id, 'received'])
      expect(JSON.stringify(kept)).not.toContain(word)
  })

  it('are the newest, whichever process took them and however late', async () => {
    const desk = await aDesk()
    const received = [await desk.receive(aComplaint()), await desk.receive(aComplaint())]
    const other = { ...desk.ports, reportFacts: await openFactsStore(desk.allOfStore, desk.ports.vault) }
    await takeFacts(desk.ports, organisasi)
    for (const { id } of received)
      await desk.ports.complaints.change(organisasi, id, (one) => ({ ...one, category: 'illegal_levy' }))
    await Promise.all([takeFacts(desk.ports, organisasi), takeFacts(other, organisasi), takeFacts(other, organisasi)])
    const found = []
    for await (const some of visibleFacts(desk.ports, reader, all)) found.push(...some.map(({ category }) => category))
    expect(found).toEqual(['illegal_levy', 'illegal_levy'])
  })

  it('are not there for whom the case is kept from, for a program, nor outside the categories of a reader', async () => {
    const office = await anOfficeOf({
      kepala: { roles: ['unit_head'] },
      inspektur: { roles: ['internal_auditor'] },
      penangan: { roles: ['case_handler'], limits: { case_handler: ['illegal_levy'] } },
    })
    const guarded = await aGuardedCase(office, 'kepala')
    const plain = await office.receive(aComplaint())
    const levy = await office.receive({ ...aComplaint(), category: 'illegal_levy' })
    expect(await numbersSeen(office, await office.member('inspektur'))).toEqual([guarded.id, plain.id, levy.id])
    expect(await numbersSeen(office, await office.member('kepala'))).toEqual([plain.id, levy.id])
    expect(await numbersSeen(office, { ...reader, isProgram: true })).toEqual([plain.id, levy.id])
    expect(await numbersSeen(office, await office.member('penangan'))).toEqual([levy.id])
  })

  it('that were kept before they were packed are read as they lie, and packed with the next change', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    await takeFacts(desk.ports, organisasi)
    const kept = await desk.allOfStore.collection(factsSpec)
    const own = withOwnKey('reportFacts', desk.ports.vault)
    const [page] = (await kept.walk(organisasi, null, 10)).filter(({ from }) => from !== null)
    if (!page) throw new Error('No facts were kept.')
    const keyed = { ...page, tenant: organisasi }
    const before = unpackFacts((await own.open(keyed, 'content', page.content)) as PackedFacts)
    await kept.replace({ ...page, content: await own.seal(keyed, 'content', before) })
    expect(await numbersSeen(desk, reader)).toEqual([id])
    const other = await desk.receive(aComplaint())
    expect(await numbersSeen(desk, reader)).toEqual([id, other.id])
  })

  it('that another process took since are read again, and only those', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const other = { ...desk.ports, reportFacts: await openFactsStore(desk.allOfStore, desk.ports.vault) }
    const categories = async () => {
      const found = []
      for await (const some of desk.ports.reportFacts.between(organisasi, all)) found.push(...some)
      return found.map(({ category }) => category)
    }
    await takeFacts(desk.ports, organisasi)
    expect(await categories()).toEqual([aComplaint().category])
    await desk.ports.complaints.change(organisasi, id, (one) => ({ ...one, category: 'illegal_levy' }))
    await takeFacts(other, organisasi)
    expect(await categories()).toEqual(['illegal_levy'])
  })

  it('of cases that ended before a period are not read for it', async () => {
    const desk = await aDesk()
    await desk.receive(aComplaint())
    expect(await numbersSeen(desk, reader, { from: aMoment(100).at, to: aMoment(130).at })).toHaveLength(1)
    expect(await numbersSeen(desk, reader, { from: aMoment(-30).at, to: aMoment(-1).at })).toEqual([])
  })
})
