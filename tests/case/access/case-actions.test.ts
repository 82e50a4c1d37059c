import { describe, expect, it } from 'vitest'
import type { CaseRequest } from '../../../service/case/access/case-actions.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { acts, openActs, performAct } from '../../../service/desk/case-acts.ts'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { roles, statuses } from '../../../service/offices/vocabulary.ts'
import { aComplaintIn, mondayAtTen } from '../../support/a-complaint.ts'
import { type Desk, oneDesk, staffWith } from '../../support/a-desk.ts'
import { anIdleOffice } from '../../support/an-idle-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { staffActs } from '../../support/staff-acts.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const anybodyCan = staffWith([...roles])

const unchanged = (complaint: Complaint): Complaint => complaint

const desk = oneDesk(async ({ ports }) => {
  for (const tenant of [organisasi, dinas]) {
    const person = { name: 'Citra Umpama', email: 'citra@contoh.example', position: 'Petugas' }
    await ports.staff.saveMembership({ tenant, id: 'petugas', ...person, roles: ['case_handler'] })
    // A case is kept confidential only where somebody keeps identities.
    await ports.staff.saveMembership({ tenant, id: 'eko', ...person, name: 'Eko', roles: ['identity_custodian'] })
  }
})

describe('the desk', () => {
  it('knows every act of the table', () => {
    expect(staffActs.map(({ act }) => act)).toEqual(Object.keys(acts).filter((act) => act !== 'merge'))
  })
})

describe.each(staffActs)('$act', (row) => {
  const { act, body, from, to, roles: able, event, notice, isPublic, stops, starts, given = unchanged } = row
  const does = (ports: Desk['ports'], staff: StaffMember, request: CaseRequest) =>
    performAct(ports, staff, act, { ...body, ...request })

  it.each(from)('can be done to a case that is %s, and leaves its line of history', async (status) => {
    const before = await desk().receive(given(aComplaintIn(status)))

    const after = await does(desk().ports, anybodyCan, { number: before.id, revision: before.revision })

    expect(after.status).toBe(to ?? status)
    expect(after.revision).toBe(before.revision + 1)
    expect(after.dossier.history).toHaveLength(before.dossier.history.length + 1)
    expect(after.dossier.history.at(-1)).toMatchObject({
      at: mondayAtTen,
      event,
      by: { kind: 'staff', id: anybodyCan.id, name: anybodyCan.name, position: anybodyCan.position },
      public: isPublic,
    })
    const told = after.notices.slice(before.notices.length).map((one) => one.event)
    expect(told).toEqual(notice === null ? [] : [notice])
    expect(await desk().ports.complaints.get(organisasi, before.id)).toEqual(after)
  })

  it('stops and starts just its own clocks', async () => {
    for (const status of from) {
      const before = await desk().receive(given(aComplaintIn(status)))
      const after = await does(desk().ports, anybodyCan, { number: before.id, revision: before.revision })

      const ran = before.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)
      const runs = after.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)
      expect(runs).toEqual([...ran.filter((clock) => !stops.includes(clock)), ...starts])
    }
  })

  it('is refused in every other status', async () => {
    for (const status of statuses.filter((one) => !from.includes(one))) {
      const { id: number, revision } = await desk().receive(aComplaintIn(status))
      expect([status, await laterRefusalOf(does(desk().ports, anybodyCan, { number, revision }))]).toEqual([
        status,
        'case/wrong-status',
      ])
    }
  })

  it('is open to those whose role includes it, and refused to all others', async () => {
    for (const role of roles) {
      const complaint = await desk().receive(given(aComplaintIn(from[0]!)))
      const done = does(desk().ports, staffWith([role], organisasi, 'seorang'), {
        number: complaint.id,
        revision: complaint.revision,
      })
      const may = able.includes(role)
      if (may) await done
      else expect(await laterRefusalOf(done)).toBe('staff/not-permitted')
      const office = { ...anIdleOffice, working: [staffWith(['identity_custodian'])] }
      expect(openActs(staffWith([role]), complaint, office).includes(act)).toBe(may)
    }
  })

  it('finds nothing when another office asks', async () => {
    const { id: number, revision } = await desk().receive(given(aComplaintIn(from[0]!)))
    const stranger = staffWith([...roles], dinas)
    expect(await laterRefusalOf(does(desk().ports, stranger, { number, revision }))).toBe('complaint/not-found')
  })

  it('is refused to who looked at an older revision', async () => {
    const { id: number, revision } = await desk().receive(given(aComplaintIn(from[0]!)))
    expect(await laterRefusalOf(does(desk().ports, anybodyCan, { number, revision: revision + 1 }))).toBe(
      'case/changed-meanwhile',
    )
  })
})
