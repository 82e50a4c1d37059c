import { describe, expect, it } from 'vitest'
import type { BulkOrder } from '../../../service/desk/bulk/bulk.ts'
import {
  bulkOf,
  carryOutBulks,
  forgetBulks,
  hastenBulk,
  orderBulk,
  previewOrder,
  undoBulk,
} from '../../../service/desk/bulk/bulk-orders.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import { DAY, SECOND } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const toHandler: BulkOrder = { act: 'dispatch', handler: 'petugas', instruction: 'Periksa buku loket.' }
const noFault = (cause: unknown) => {
  throw cause
}

async function anOffice() {
  const office = await anOfficeOf({ verifikator: { roles: ['verifier'] }, petugas: { roles: ['case_handler'] } })
  const verifier = await office.member('verifikator')
  const get = (number: string) => office.ports.complaints.get(organisasi, number)
  const carryOut = () => carryOutBulks(office.ports, noFault)
  const wait = (seconds: number) => office.goOn((seconds * SECOND) / DAY)
  return { ...office, verifier, get, carryOut, wait }
}

/** Two cases that can be dispatched, and one that cannot. */
async function threeCases(office: Awaited<ReturnType<typeof anOffice>>) {
  const [one, two, early] = [
    await office.receive(aComplaintIn('in_progress')),
    await office.receive(aComplaintIn('in_progress')),
    await office.receive(aComplaint()),
  ]
  const seen = [one, two, early].map(({ id: number, revision }) => ({ number, revision }))
  return { one, two, early, seen, numbers: seen.map(({ number }) => number) }
}

describe('a preview', () => {
  it('says of each case whether it would change and why not, and changes nothing', async () => {
    const office = await anOffice()
    const { numbers, one, get } = { ...office, ...(await threeCases(office)) }
    const foreseen = await previewOrder(office.ports, office.verifier, toHandler, [
      ...numbers,
      'BO-2026-099999',
      numbers[0]!,
    ])
    expect(foreseen.map(({ refused }) => refused?.code ?? null)).toEqual([
      null,
      null,
      'case/wrong-status',
      'complaint/not-found',
    ])
    expect(await get(one.id)).toEqual(one)
  })

  it('tells nothing of a case that is kept from the officer, or of another unit', async () => {
    const office = await anOffice()
    const guarded = await aGuardedCase(office, 'verifikator')
    const [kept] = await previewOrder(office.ports, office.verifier, { act: 'note', text: 'Catatan.' }, [guarded.id])
    expect(kept).toMatchObject({ complaint: null, refused: { code: 'complaint/not-found' } })
    const stranger = staffWith(['verifier'], dinas)
    const [unknown] = await previewOrder(office.ports, stranger, { act: 'note', text: 'Catatan.' }, [guarded.id])
    expect(unknown).toMatchObject({ complaint: null, refused: { code: 'complaint/not-found' } })
  })

  it('is refused to who may do the act to no case', async () => {
    const { ports } = await anOffice()
    expect(await laterRefusalOf(previewOrder(ports, staffWith(['case_handler']), toHandler, ['BO-2026-000001']))).toBe(
      'staff/not-permitted',
    )
  })
})

describe('an act on many cases', () => {
  it('is done after the window, each case for itself, with an honest result', async () => {
    const office = await anOffice()
    const { one, two, early, seen } = await threeCases(office)
    const { id } = await orderBulk(office.ports, office.verifier, toHandler, seen)
    await performAct(office.ports, office.verifier, 'note', {
      number: two.id,
      revision: two.revision,
      text: 'Sementara itu.',
    })
    await office.carryOut()
    expect((await office.get(one.id)).handler).toBeNull()

    office.wait(31)
    await office.carryOut()
    expect(await office.get(one.id)).toMatchObject({
      handler: 'petugas',
      dossier: { instruction: 'Periksa buku loket.' },
    })
    expect((await office.get(two.id)).handler).toBeNull()
    const done = await bulkOf(office.ports, office.verifier, id)
    expect(done).toMatchObject({ state: 'done', content: { order: null } })
    expect(done.content.cases.map(({ number, result }) => [number, result])).toEqual([
      [one.id, { done: true }],
      [two.id, { refused: 'case/changed-meanwhile' }],
      [early.id, { refused: 'case/wrong-status' }],
    ])
    expect((await office.get(one.id)).dossier.history.at(-1)).toMatchObject({
      event: 'dispatched',
      by: { id: 'verifikator' },
    })
  })

  it('is taken back whole until then, and no more once it was done', async () => {
    const office = await anOffice()
    const { one, seen } = await threeCases(office)
    const first = await orderBulk(office.ports, office.verifier, toHandler, seen)
    await undoBulk(office.ports, office.verifier, first.id)
    office.wait(3_600)
    await office.carryOut()
    expect(await office.get(one.id)).toEqual(one)
    expect((await bulkOf(office.ports, office.verifier, first.id)).state).toBe('undone')

    const second = await orderBulk(office.ports, office.verifier, toHandler, seen)
    await hastenBulk(office.ports, office.verifier, second.id)
    expect((await office.get(one.id)).handler).toBe('petugas')
    expect(await laterRefusalOf(undoBulk(office.ports, office.verifier, second.id))).toBe('bulk/begun')
  })

  it('tells reporters nothing before the window is over', async () => {
    const office = await anOffice()
    const { one, seen } = await threeCases(office)
    const closed: BulkOrder = { act: 'message', text: 'Kantor tutup hari Jumat.' }
    const { id } = await orderBulk(office.ports, office.verifier, closed, seen)
    office.wait(60)
    await office.carryOut()
    expect((await office.get(one.id)).notices).toEqual(one.notices)
    await undoBulk(office.ports, office.verifier, id)
    office.wait(600)
    await office.carryOut()
    expect((await office.get(one.id)).dossier.messages).toEqual([])
  })

  it('is its own person’s alone, and keeps their words from who reads the store', async () => {
    const office = await anOffice()
    const { seen } = await threeCases(office)
    const { id } = await orderBulk(office.ports, office.verifier, toHandler, seen)
    for (const other of [staffWith(['unit_head']), staffWith(['verifier'], dinas)]) {
      expect(await laterRefusalOf(bulkOf(office.ports, other, id))).toBe('bulk/unknown')
      expect(await laterRefusalOf(undoBulk(office.ports, other, id))).toBe('bulk/unknown')
    }
    expect(JSON.stringify(await office.store.bulks.get(organisasi, id))).not.toContain('buku loket')
    office.wait(2 * 86_400)
    await office.carryOut()
    await forgetBulks(office.ports)
    expect(await laterRefusalOf(bulkOf(office.ports, office.verifier, id))).toBe('bulk/unknown')
  })

  it('with words for many reporters names none of them', async () => {
    const office = await anOffice()
    const { identity, filing } = await sealedReporter(office.ports.vault, 'named', { name: 'Siti Contohwati' })
    const { id: number } = await office.receive(aComplaint({ identity, filing }))
    const { id: other } = await office.receive(aComplaint())
    const naming: BulkOrder = { act: 'message', text: 'Siti Contohwati sudah kami jawab.' }
    expect(await laterRefusalOf(previewOrder(office.ports, office.verifier, naming, [number, other]))).toBe(
      'text/names-joined-reporter',
    )
  })

  it('is done no more by somebody who has left', async () => {
    const office = await anOffice()
    const { one, seen } = await threeCases(office)
    await orderBulk(office.ports, office.verifier, toHandler, seen)
    await office.employ('verifikator', { roles: ['observer'] })
    office.wait(31)
    await office.carryOut()
    expect((await office.get(one.id)).handler).toBeNull()
  })
})

describe('a process that dies in the middle', () => {
  it('leaves the rest to another, and nothing is done twice', async () => {
    const office = await anOffice()
    const { one, two, seen } = await threeCases(office)
    const { id } = await orderBulk(office.ports, office.verifier, { act: 'note', text: 'Catatan.' }, seen)
    office.wait(31)
    let cases = 0
    const change = (...args: Parameters<typeof office.ports.complaints.change>) => {
      if (++cases > 1) throw new Error('Mati.')
      return office.ports.complaints.change(...args)
    }
    const dying = { ...office.ports, complaints: { ...office.ports.complaints, change } }
    await expect(carryOutBulks(dying, noFault)).rejects.toThrow('Mati.')
    await office.carryOut()
    expect((await office.get(two.id)).dossier.notes).toEqual([])

    office.wait(61)
    await office.carryOut()
    for (const { id: number } of [one, two]) expect((await office.get(number)).dossier.notes).toHaveLength(1)
    expect((await bulkOf(office.ports, office.verifier, id)).state).toBe('done')
  })

  it('two processes that begin at once do it once', async () => {
    const office = await anOffice()
    const { one, seen } = await threeCases(office)
    await orderBulk(office.ports, office.verifier, { act: 'note', text: 'Catatan.' }, seen)
    office.wait(31)
    await Promise.all([office.carryOut(), office.carryOut(), office.carryOut()])
    expect((await office.get(one.id)).dossier.notes).toHaveLength(1)
  })
})
