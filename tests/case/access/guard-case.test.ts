import { describe, expect, it } from 'vitest'
import { guardCandidatesFor, guardCaseAgainst, updateGuards } from '../../../service/case/access/guarding.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
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
