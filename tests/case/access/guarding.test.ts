import { describe, expect, it } from 'vitest'
import { guardCandidatesFor, guardCase, guardCaseAgainst, updateGuards } from '../../../service/case/access/guarding.ts'
import {
  askAboutStaff,
  askWhomWordsMean,
  matchNewStaff,
  waitForMatch,
} from '../../../service/case/access/staff-matching.ts'
import { concerning, planGuard, planGuardByName } from '../../../service/case/guard.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const anOffice = () =>
  anOfficeOf({
    kepala: { roles: ['unit_head'] },
    verifikator: { roles: ['verifier'] },
    rekan: { roles: ['verifier'] },
    petugas: { roles: ['case_handler'] },
  })
const because = 'Terlapor adalah petugas unit ini.'

describe('a verifier who guards a case', () => {
  it('keeps it from the handler, hands it to the head, and tells the reporter that it went elsewhere', async () => {
    const { ports, receive, member } = await anOffice()
    const { id: number } = await receive(aComplaint())
    const answer = await guardCaseAgainst(ports, await member('verifikator'), {
      number,
      revision: 0,
      staff: ['petugas'],
      because,
    })
    expect(answer).toEqual({ number, visible: true })
    const guarded = await ports.complaints.get(organisasi, number)
    expect(guarded).toMatchObject({ revision: 1, handler: 'kepala', guard: { steward: 'kepala' }, unreadSince: null })
    expect(guarded.dossier.concerns).toEqual([{ id: 'petugas', name: 'Nama petugas', position: 'Jabatan petugas' }])
    const lines = guarded.dossier.history.slice(-2)
    expect(lines).toMatchObject([
      { event: 'guarded', text: because, public: false },
      { event: 'rerouted', text: null, public: true, by: { kind: 'system' } },
    ])
  })

  it('loses it, too, where it concerns the verifier', async () => {
    const { ports, receive, member } = await anOffice()
    const { id: number } = await receive(aComplaint())
    const own = { number, revision: 0, staff: ['verifikator'], because }
    expect(await guardCaseAgainst(ports, await member('verifikator'), own)).toEqual({ number, visible: false })
    expect(await laterRefusalOf(guardCaseAgainst(ports, await member('verifikator'), { ...own, revision: 1 }))).toBe(
      'complaint/not-found',
    )
  })

  it('gives it back with a reason', async () => {
    const { ports, member, receive } = await anOffice()
    const { id: number } = await aGuardedCase({ ports, receive }, 'petugas')
    await guardCaseAgainst(ports, await member('rekan'), { number, revision: 0, staff: [], because })
    const lifted = await ports.complaints.get(organisasi, number)
    expect(lifted.guard).toBeNull()
    expect(lifted.dossier.history.slice(-2)).toMatchObject([
      { event: 'guard_lifted', text: because, public: false },
      { event: 'rerouted_back', text: null, public: true },
    ])
  })

  it('names only staff of the unit, at the revision they saw, with the permission', async () => {
    const { ports, receive, member } = await anOffice()
    const { id: number } = await receive(aComplaint())
    const request = { number, revision: 0, staff: ['petugas'], because }
    const asked = async (who: string, change: Partial<typeof request>) =>
      laterRefusalOf(guardCaseAgainst(ports, await member(who), { ...request, ...change }))
    expect(await asked('verifikator', { staff: ['orang-luar'] })).toBe('staff/unknown')
    expect(await asked('verifikator', { revision: 7 })).toBe('case/changed-meanwhile')
    expect(await asked('petugas', {})).toBe('staff/not-permitted')
    const stranger = guardCaseAgainst(ports, staffWith(['verifier'], dinas), { ...request, staff: [] })
    expect(await laterRefusalOf(stranger)).toBe('complaint/not-found')
  })

  it('is shown who is named in the complaint', async () => {
    const { ports, receive, member } = await anOffice()
    const complaint = aComplaint({ dossier: { chronology: 'Saya dimintai uang oleh jabatan petugas.' } })
    const { id } = await receive(complaint)
    const candidates = await guardCandidatesFor(ports, await member('verifikator'), id)
    expect(candidates.filter(({ named }) => named).map((one) => one.id)).toEqual(['petugas'])
  })

  it('cannot dispatch it to whom it concerns', async () => {
    const { ports, receive, member } = await anOffice()
    const guarded = await aGuardedCase({ ports, receive }, 'petugas')
    const { id: number } = await receive({ ...aComplaintIn('in_progress'), guard: guarded.guard })
    const dispatched = performAct(ports, await member('kepala'), 'dispatch', {
      number,
      revision: 1,
      handler: 'petugas',
    })
    expect(await laterRefusalOf(dispatched)).toBe('staff/unknown')
  })
})

describe('a case that concerns everybody who could read it', () => {
  it('waits unread, until an auditor comes who reads it', async () => {
    const office = await anOffice()
    const { ports } = office
    const { id } = await aGuardedCase(office, 'kepala')
    expect(await ports.complaints.listGuarded()).toMatchObject([{ tenant: organisasi, number: id, isUnread: true }])
    expect(await updateGuards(ports, await ports.complaints.listGuarded())).toBe(0)
    await office.employ('inspektur', { roles: ['internal_auditor'] })
    expect(await updateGuards(ports, await ports.complaints.listGuarded())).toBe(1)
    const found = await ports.complaints.get(organisasi, id)
    expect(found).toMatchObject({ handler: 'inspektur', guard: { steward: 'inspektur' }, unreadSince: null })
    expect(found.dossier.history.at(-1)).toMatchObject({ event: 'rerouted', public: true })
    expect(await updateGuards(ports, await ports.complaints.listGuarded())).toBe(0)
  })

  it('is not opened again while neither the case nor the staff change', async () => {
    const office = await anOffice()
    const { ports } = office
    const { id } = await aGuardedCase(office, 'petugas')
    const opened: string[] = []
    const get: typeof ports.complaints.get = (tenant, number) => {
      opened.push(number)
      return ports.complaints.get(tenant, number)
    }
    const openedByALook = async () => {
      await updateGuards({ ...ports, complaints: { ...ports.complaints, get } }, await ports.complaints.listGuarded())
      return opened.splice(0)
    }
    expect([await openedByALook(), await openedByALook()]).toEqual([[id], []])
    await performAct(ports, await office.member('kepala'), 'verify', { number: id, revision: 0 })
    expect([await openedByALook(), await openedByALook()]).toEqual([[id], []])
    await office.employ('inspektur', { roles: ['internal_auditor'] })
    expect(await openedByALook()).toEqual([id])
  })

  it('waits again when its steward leaves', async () => {
    const office = await anOffice()
    const { ports } = office
    await office.employ('inspektur', { roles: ['internal_auditor'] })
    await aGuardedCase(office, 'kepala')
    expect(await ports.complaints.listGuarded()).toMatchObject([{ isUnread: false }])
    await ports.staff.removeMembership(organisasi, 'inspektur')
    await updateGuards(ports, await ports.complaints.listGuarded())
    expect(await ports.complaints.listGuarded()).toMatchObject([{ isUnread: true }])
  })
})

/** Each person is called `Nama` and their key. */
async function aUnitOf(roles: Readonly<Record<string, Role>>) {
  const office = await anOfficeOf(
    Object.fromEntries(Object.entries(roles).map(([id, role]) => [id, { roles: [role] }])),
  )
  const { staff } = office.ports
  const planFor = (texts: { who?: string[]; story?: string[] }) =>
    planGuardByName(
      staff,
      organisasi,
      { known: concerning([]), texts: { who: [], story: [], ...texts } },
      'maladministration',
    )
  const mayRead = async ({ guard }: { guard: { marks: readonly string[] } | null }) => {
    const working = await staff.working(organisasi)
    return working
      .filter(({ guardMarks }) => !guard?.marks.some((mark) => guardMarks.has(mark as never)))
      .map((one) => one.id)
  }
  return { ...office, planFor, mayRead }
}

const whole = { kepala: 'unit_head', verifikator: 'verifier', rekan: 'verifier', petugas: 'case_handler' } as const
const withAbove = { ...whole, inspektur: 'internal_auditor' } as const

describe('who decides who is meant', () => {
  it('is a verifier who is none of them; nobody gets the case instead', async () => {
    const { planFor, mayRead } = await aUnitOf(whole)
    const plan = await planFor({ who: ['Bu Petugas dan Pak Rekan'] })
    expect(plan.candidates.map(({ id }) => id)).toEqual(['petugas', 'rekan'])
    expect(plan).toMatchObject({ concerns: [], guard: { steward: null }, isUnread: false })
    expect(await mayRead(plan)).toEqual(['kepala', 'verifikator'])
  })

  it('is the head where every verifier may be meant', async () => {
    const { planFor } = await aUnitOf({ kepala: 'unit_head', verifikator: 'verifier', petugas: 'case_handler' })
    const plan = await planFor({ who: ['Pak Verifikator'] })
    expect(plan.isUnread).toBe(false)
    expect(plan.keptFrom).toEqual(['verifikator'])
  })

  it('is a verifier under the head where nobody stands above', async () => {
    const { planFor, mayRead } = await aUnitOf(whole)
    const plan = await planFor({ who: ['Pak Kepala'] })
    expect([plan.isUnread, await mayRead(plan)]).toEqual([false, ['petugas', 'rekan', 'verifikator']])
  })

  it('is the Inspektorat where a name fits everybody, also the Inspektorat', async () => {
    const { planFor, mayRead } = await aUnitOf(withAbove)
    const plan = await planFor({ who: ['Pak Nama'] })
    expect([plan.guard?.steward, await mayRead(plan)]).toEqual(['inspektur', ['inspektur']])
  })

  it('is nobody where everybody may be meant and nobody stands above: the operator is notified', async () => {
    const { planFor } = await aUnitOf(whole)
    expect(await planFor({ who: ['Pak Nama'] })).toMatchObject({ isUnread: true, guard: { steward: null } })
  })
})

describe('a story', () => {
  it('keeps it from whom it mentions, but not from those under them', async () => {
    const { planFor, mayRead } = await aUnitOf(whole)
    const plan = await planFor({ story: ['Saya dimarahi Bu Kepala di loket.'] })
    expect(await mayRead(plan)).toEqual(['petugas', 'rekan', 'verifikator'])
  })

  it('that names everybody locks nobody out where nobody else could decide', async () => {
    const { planFor, mayRead } = await aUnitOf(whole)
    const plan = await planFor({ story: ['Bu Kepala, Pak Verifikator, Pak Rekan, dan Bu Petugas semuanya sama.'] })
    expect(await mayRead(plan)).toEqual(['kepala', 'petugas', 'rekan', 'verifikator'])
    expect(plan.guard).toBeNull()
  })
})

describe('a case with candidates', () => {
  const moment = async (office: Awaited<ReturnType<typeof aUnitOf>>) => {
    const { settings } = await office.ports.tenants.get(organisasi)
    const { now, newId } = office.ports
    return { at: now(), newId, rulePacks: settings.rulePacks, calendar: settings.calendar }
  }

  it('takes the case from a handler whom a later message names, with the same write, and alerts who decides', async () => {
    const office = await aUnitOf(whole)
    const before = { ...aComplaint(), handler: 'petugas' as never }
    const message = { id: 'p1', at: before.receivedAt, by: { kind: 'reporter' }, text: 'Ternyata Bu Petugas.' } as const
    const after = { ...before, dossier: { ...before.dossier, messages: [message] } }
    const asked = await askWhomWordsMean(office.ports.staff, before, after, await moment(office))
    expect(asked).toMatchObject({ handler: null, dossier: { candidates: [{ id: 'petugas', mentioned: true }] } })
    expect(asked.alerts.at(-1)).toMatchObject({ kind: 'who_is_meant', duty: 'verification' })
    expect(asked.dossier.history.at(-1)).toMatchObject({ event: 'who_is_meant', public: false })
    expect(asked.revision).toBe(after.revision)
  })

  it('opens to those who are not meant, asks again under another position, and not without', async () => {
    const office = await aUnitOf(whole)
    const { ports, member, receive, planFor } = office
    const told = { reportedPerson: 'Bu Petugas' }
    const { candidates, guard } = await planFor({ who: [told.reportedPerson] })
    const filed = aComplaint({ dossier: { ...told, candidates } })
    const { id: number } = await receive({ ...filed, guard })
    const because = 'Yang dimaksud orang lain.'
    await guardCaseAgainst(ports, await member('verifikator'), { number, revision: 0, staff: [], because })
    const decided = await ports.complaints.get(organisasi, number)
    expect(decided).toMatchObject({ guard: null, dossier: { candidates: [], notMeant: [{ id: 'petugas' }] } })
    const [petugas] = (await ports.staff.members(organisasi)).filter(({ id }) => id === 'petugas')
    expect(await askAboutStaff(ports.staff, decided, [petugas!], await moment(office))).toBe(decided)

    await ports.staff.saveMembership({ ...petugas!, position: 'Jabatan baru' })
    await matchNewStaff(ports, organisasi)
    const again = await ports.complaints.get(organisasi, number)
    expect(again.dossier.candidates).toMatchObject([{ id: 'petugas', position: 'Jabatan baru' }])
    expect(await updateGuards(ports, await ports.complaints.listGuarded())).toBe(0)
    expect((await ports.staff.members(organisasi)).some(({ isUnmatched }) => isUnmatched)).toBe(false)
  })

  it('says how much of the cases is searched for somebody new, until all are', async () => {
    const { ports, receive } = await aUnitOf(whole)
    for (let at = 0; at < 60; at++) await receive(aComplaint())
    const [petugas] = (await ports.staff.members(organisasi)).filter(({ id }) => id === 'petugas')
    await ports.staff.saveMembership({ ...petugas!, position: 'Jabatan baru' })
    let pages = 0
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const list: typeof ports.complaints.list = async (...asked) => {
      if (++pages === 2) await held
      return ports.complaints.list(...asked)
    }
    const complaints = { ...ports.complaints, list }
    const wait = (milliseconds: number) => waitForMatch({ ...ports, complaints }, organisasi, milliseconds)
    await expect.poll(() => wait(0)).toBe(83)
    goOn()
    expect(await wait(10_000)).toBe(100)
  })

  it('stays kept from them when somebody else is found to be concerned', async () => {
    const office = await aUnitOf(withAbove)
    const whom = { concerned: ['petugas'], candidates: [{ id: 'rekan' }], chosen: [] }
    const plan = await planGuard(office.ports.staff, organisasi, whom, 'maladministration')
    const guarded = guardCase(aComplaint(), plan, 'Alasan', { kind: 'system' }, await moment(office))
    expect(guarded.dossier).toMatchObject({ concerns: [{ id: 'petugas' }], candidates: [{ id: 'rekan' }] })
    expect(guarded.handler).toBe('kepala')
    expect(await office.mayRead(guarded)).toEqual(['inspektur', 'kepala', 'verifikator'])
  })
})
