import { describe, expect, it } from 'vitest'
import { caseFor, mayOn, sees } from '../../../service/case/access/case-access.ts'
import { countByStatus, countVisible } from '../../../service/case/access/visible-counts.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import { listRegister } from '../../../service/register/register.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { aMembership, away } from '../../support/a-small-unit.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const anOffice = () =>
  anOfficeOf({
    kepala: { roles: ['unit_head'] },
    verifikator: { roles: ['verifier'] },
    petugas: { roles: ['case_handler'], reportsTo: 'verifikator' },
    inspektur: { roles: ['internal_auditor'] },
    pengamat: { roles: ['observer'] },
  })
const everything = { sort: 'received_desc', limit: 3 } as const

describe('a case that concerns a member of staff', () => {
  it('does not exist for them and for those under them, and does for all others', async () => {
    const office = await anOffice()
    const { id } = await aGuardedCase(office, 'verifikator')
    for (const who of ['verifikator', 'petugas']) {
      const person = await office.member(who)
      expect(await laterRefusalOf(caseFor(office.ports, person, 'cases.read', id))).toBe('complaint/not-found')
      expect(
        await laterRefusalOf(performAct(office.ports, person, 'note', { number: id, revision: 0, text: 'x' })),
      ).toBe('complaint/not-found')
    }
    for (const who of ['kepala', 'inspektur']) {
      expect(await caseFor(office.ports, await office.member(who), 'cases.read', id)).toMatchObject({ id })
    }
  })

  it('leaves no hole in their register, in any page of it, and is not counted', async () => {
    const office = await anOffice()
    const numbers: string[] = []
    for (let n = 0; n < 12; n++) {
      const { id } = n % 3 === 1 ? await aGuardedCase(office, 'petugas') : await office.receive(aComplaint())
      if (n % 3 !== 1) numbers.unshift(id)
    }
    const petugas = await office.member('petugas')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listRegister(office.ports, petugas, { ...everything, cursor })
      expect(page.items.length).toBe(Math.min(everything.limit, numbers.length - seen.length))
      expect(page.counts).toEqual({ received: numbers.length })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(numbers)
    const head = await listRegister(office.ports, await office.member('kepala'), { ...everything, limit: 50 })
    expect([head.items.length, head.counts]).toEqual([12, { received: 12 }])
  })

  it('is not found by its number or its words', async () => {
    const office = await anOffice()
    const { id } = await aGuardedCase(office, 'petugas')
    const find = async (who: string, q: string) =>
      (await listRegister(office.ports, await office.member(who), { ...everything, q })).items.map((one) => one.id)
    for (const q of [id, 'berkas']) {
      expect(await find('petugas', q)).toEqual([])
      expect(await find('kepala', q)).toEqual([id])
    }
  })

  it('is kept from somebody who comes under the one whom it concerns later', async () => {
    const office = await anOffice()
    const complaint = await aGuardedCase(office, 'verifikator')
    await office.employ('baru', { roles: ['case_handler'], reportsTo: 'verifikator' })
    expect(sees(await office.member('baru'), complaint)).toBe(false)
  })

  it('stays kept from who stood under them and is moved elsewhere', async () => {
    const office = await anOffice()
    const complaint = await aGuardedCase(office, 'verifikator')
    await office.employ('petugas', { roles: ['case_handler'], reportsTo: 'kepala' })
    expect(sees(await office.member('petugas'), complaint)).toBe(false)
  })
})

describe('the steward of a guarded case', () => {
  it('may do to it what it takes, and nothing more to others', async () => {
    const office = await anOffice()
    const guarded = await aGuardedCase(office, 'kepala')
    const other = await office.receive(aComplaint())
    const inspektur = await office.member('inspektur')
    expect(guarded.guard?.steward).toBe('inspektur')
    expect(await performAct(office.ports, inspektur, 'verify', { number: guarded.id, revision: 0 })).toMatchObject({
      status: 'in_progress',
    })
    for (const number of [other.id, 'BO-2026-999999']) {
      const tried = performAct(office.ports, inspektur, 'verify', { number, revision: 0 })
      expect(await laterRefusalOf(tried)).toBe('staff/not-permitted')
    }
  })
})

describe('a role for some categories', () => {
  const limited = () =>
    anOfficeOf({
      kepala: { roles: ['unit_head'] },
      petugas: { roles: ['case_handler'], limits: { case_handler: ['illegal_levy'] } },
      rangkap: { roles: ['case_handler', 'verifier'], limits: { case_handler: ['illegal_levy'] } },
    })
  const aLevy = () => aComplaint({ category: 'illegal_levy' })

  it('shows, counts and opens only those', async () => {
    const office = await limited()
    const levy = await office.receive(aLevy())
    const other = await office.receive(aComplaint())
    const petugas = await office.member('petugas')
    const { items, counts } = await listRegister(office.ports, petugas, everything)
    expect([items.map(({ id }) => id), counts]).toEqual([[levy.id], { received: 1 }])
    expect(await laterRefusalOf(caseFor(office.ports, petugas, 'cases.read', other.id))).toBe('complaint/not-found')
    const asked = await listRegister(office.ports, petugas, { ...everything, category: other.category })
    expect(asked.items).toEqual([])
  })

  it('lets another role of the same person reach where it reaches, and no further', async () => {
    const office = await limited()
    const other = await office.receive(aComplaintIn('in_progress'))
    const rangkap = await office.member('rangkap')
    expect(sees(rangkap, other)).toBe(true)
    expect(await laterRefusalOf(caseFor(office.ports, rangkap, 'cases.handle', other.id))).toBe('staff/not-permitted')
  })
})

describe('counts', () => {
  it('are the observer’s too, and the cases are not', async () => {
    const office = await anOffice()
    await office.receive(aComplaint())
    const pengamat = await office.member('pengamat')
    const seen = countVisible(office.ports, pengamat)
    expect(await seen.tally('statusTally')).toMatchObject([{ when: '2026-11', what: 'received', cases: 1 }])
    expect(await laterRefusalOf(countByStatus(office.ports, pengamat))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(listRegister(office.ports, pengamat, everything))).toBe('staff/not-permitted')
  })
})

const kasi = { position: 'Kepala Seksi Pelayanan' }

/** A head who is away this week, and a section head in their place. */
async function aDeskWithADeputy(more: object = {}) {
  const desk = await aDesk()
  const { staff } = desk.ports
  const absent = { position: 'Kepala Bagian Organisasi', absences: [away('kasi')] }
  await staff.saveMembership(aMembership('kepala', ['unit_head'], absent))
  await staff.saveMembership(aMembership('kasi', ['case_handler'], { ...kasi, ...more }))
  const deputy = async () => {
    const found = await staff.findMember(organisasi, 'kasi')
    if (!found) throw new Error('The deputy is gone.')
    return found
  }
  return { ...desk, staff, deputy }
}

it('a deputy signs as such, and works in their own name where the act is their own', async () => {
  const { ports, receive, deputy } = await aDeskWithADeputy()
  const { id: number, revision } = await receive(aComplaintIn('in_progress'))
  const proposed = { number, revision, outcome: 'clarified', text: 'Begini.' } as const
  const waiting = await performAct(ports, await deputy(), 'propose-answer', proposed)
  expect(waiting.dossier.history.at(-1)?.by).toMatchObject({ position: 'Kepala Seksi Pelayanan' })

  const given = await performAct(ports, await deputy(), 'answer', { number, revision: waiting.revision })
  expect(given.dossier.history.at(-1)?.by).toMatchObject({
    name: 'Nama kasi',
    position: 'Plh. Kepala Bagian Organisasi',
  })
})

it('the deputy’s rights end by themselves', async () => {
  const { ports, receive, deputy, goOn } = await aDeskWithADeputy()
  const { id: number, revision } = await receive(aComplaintIn('awaiting_approval'))
  goOn(5)
  expect((await deputy()).permissions.has('cases.approve')).toBe(false)
  expect(await laterRefusalOf(performAct(ports, await deputy(), 'answer', { number, revision }))).toBe(
    'staff/not-permitted',
  )
})

it('a deputy may do no more than who is away: a complaint about the head stays out of their hands', async () => {
  // The section head is under nobody here, so the guard alone would not reach them.
  const { staff, deputy } = await aDeskWithADeputy({ reportsTo: 'camat' })
  const marks = await staff.marksOf(organisasi, ['kepala'])
  const about = aComplaint({ guard: { marks, steward: null } })
  const found = await deputy()
  expect(sees(found, about)).toBe(true)
  expect(mayOn(found, 'cases.handle', about)).toBe(true)
  expect(mayOn(found, 'cases.approve', about)).toBe(false)
})

it('who reads only as deputy does not find what is hidden from the head', async () => {
  const { staff } = await aDeskWithADeputy()
  await staff.saveMembership(aMembership('kasi', ['tenant_admin'], { ...kasi, reportsTo: 'camat' }))
  const marks = await staff.marksOf(organisasi, ['kepala'])
  const found = await staff.findMember(organisasi, 'kasi')
  expect(found && sees(found, aComplaint())).toBe(true)
  expect(found && sees(found, aComplaint({ guard: { marks, steward: null } }))).toBe(false)
})

it('no case is dispatched to somebody who is away, and another unit’s deputy has no say', async () => {
  const { ports, receive, deputy, staff } = await aDeskWithADeputy()
  const { id: number, revision } = await receive(aComplaintIn('in_progress'))
  const toHead = performAct(ports, await deputy(), 'dispatch', { number, revision, handler: 'kepala' })
  expect(await laterRefusalOf(toHead)).toBe('staff/away')
  await staff.saveMembership({ ...aMembership('tamu', ['observer']), tenant: dinas })
  expect((await staff.working(dinas)).map(({ id }) => id)).toEqual(['tamu' as StaffId])
})
