import { describe, expect, it } from 'vitest'
import { arrangeActs } from '../../../admin/case/act-bar.ts'
import { actTable } from '../../../admin/desk/acts/act-table.ts'
import type { CaseRequest } from '../../../service/case/access/case-actions.ts'
import { type MovingPace, moveDates } from '../../../service/case/access/move-dates.ts'
import { clockNamed } from '../../../service/case/case-clocks.ts'
import { clockWordings } from '../../../service/case/deadlines/clock-wording.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { acts, openActs, performAct } from '../../../service/desk/case-acts.ts'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { type Role, roles, type Status, statuses } from '../../../service/offices/vocabulary.ts'
import { previewCalendar } from '../../../service/register/forecasts.ts'
import { aComplaintIn, mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk, type Desk, oneDesk, staffWith } from '../../support/a-desk.ts'
import { anIdleOffice } from '../../support/an-idle-office.ts'
import { closedOn } from '../../support/closed-on.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { staffActs } from '../../support/staff-acts.ts'
import { dinas, organisasi } from '../../support/two-units.ts'
import { wib } from '../deadlines/offices.ts'

const admin = staffWith(['tenant_admin'])
const unhurried: MovingPace = { signal: new AbortController().signal, rest: async () => {} }

/** Stops after so many batches, as a process that is killed between two. */
function stoppedAfter(batches: number): MovingPace {
  const stopping = new AbortController()
  let left = batches
  return {
    signal: stopping.signal,
    rest: async () => {
      left--
      if (left <= 0) stopping.abort()
    },
  }
}

const dueOf = async (desk: Desk, id: string, tenant = organisasi) =>
  clockNamed((await desk.ports.complaints.get(tenant, id)).clocks, 'verification')?.dueAt

// The desk's time stands still; the day that follows makes the change known everywhere.
const passes = (desk: Desk) => desk.goOn(1)

describe('when a unit closes on a day', () => {
  it('dates of its open cases move, with a line that their reporters read; another unit’s do not', async () => {
    const desk = await aDesk()
    const ours = await desk.receive(aComplaintIn('received'))
    const theirs = await desk.receive(aComplaintIn('received'), dinas)

    await closedOn(desk, '2026-11-25')
    expect(await moveDates(desk.ports, unhurried)).toBe(0)
    passes(desk)
    expect(await moveDates(desk.ports, unhurried)).toBe(1)

    expect(await dueOf(desk, ours.id)).toBe(wib('2026-11-27 16:00'))
    expect(await dueOf(desk, theirs.id, dinas)).toBe(wib('2026-11-26 16:00'))
    const { dossier, revision } = await desk.ports.complaints.get(organisasi, ours.id)
    const line = dossier.history.at(-1)
    expect(line).toMatchObject({ event: 'dates_moved', by: { kind: 'system' }, public: true })
    expect(revision).toBe(ours.revision)
    const { calendar } = (await desk.ports.tenants.get(organisasi)).settings
    expect(line?.moved?.map((one) => clockWordings.id.explainMove(one, calendar))).toEqual([
      'Verifikasi: dari Kamis, 26 November 2026 menjadi Jumat, 27 November 2026. Tidak dihitung: 25 November (Hari jadi kabupaten).',
      'Tanggapan pertama: dari Senin, 30 November 2026 menjadi Selasa, 1 Desember 2026. Tidak dihitung: 25 November (Hari jadi kabupaten).',
    ])
  })

  it('the line comes under the seal with the next act, and stays where it was', async () => {
    const desk = await aDesk()
    const { id: number, revision } = await desk.receive(aComplaintIn('received'))
    await closedOn(desk, '2026-11-25')
    passes(desk)
    await moveDates(desk.ports, unhurried)
    expect((await desk.store.complaints.get(organisasi, number))?.linesToSeal).toHaveLength(1)

    await performAct(desk.ports, staffWith(['verifier']), 'note', { number, revision, text: 'Catatan.' })

    expect((await desk.store.complaints.get(organisasi, number))?.linesToSeal ?? []).toEqual([])
    const { dossier } = await desk.ports.complaints.get(organisasi, number)
    expect(dossier.history.map(({ event }) => event)).toEqual(['received', 'dates_moved', 'note'])
  })

  it('a run that is killed begins anew, and no case moves twice', async () => {
    const desk = await aDesk()
    const cases = await Promise.all(Array.from({ length: 450 }, () => desk.receive(aComplaintIn('received'))))
    await closedOn(desk, '2026-11-25')
    passes(desk)

    const first = await moveDates(desk.ports, stoppedAfter(1))
    const second = await moveDates(desk.ports, unhurried)

    expect(first).toBeGreaterThan(0)
    expect(first + second).toBe(450)
    expect(await moveDates(desk.ports, unhurried)).toBe(0)
    for (const { id } of cases) {
      expect((await desk.store.complaints.get(organisasi, id))?.linesToSeal).toHaveLength(1)
    }
  })

  it('what an officer does meanwhile is not lost', async () => {
    const desk = await aDesk()
    const { id: number, revision } = await desk.receive(aComplaintIn('received'))
    await closedOn(desk, '2026-11-25')
    passes(desk)

    await Promise.all([
      moveDates(desk.ports, unhurried),
      performAct(desk.ports, staffWith(['verifier']), 'note', { number, revision, text: 'Catatan.' }),
    ])

    const { dossier } = await desk.ports.complaints.get(organisasi, number)
    expect(dossier.notes).toHaveLength(1)
    expect(await dueOf(desk, number)).toBe(wib('2026-11-27 16:00'))
  })

  it('a date that has passed stays passed', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaintIn('received'))
    desk.goOn(4)
    await closedOn(desk, '2026-11-25')
    passes(desk)
    await moveDates(desk.ports, unhurried)

    expect(await dueOf(desk, id)).toBe(wib('2026-11-26 16:00'))
  })
})

describe('before a calendar is saved', () => {
  const previewOf = async (desk: Desk, localDays: { day: string; name: string }[]) => {
    const { calendar } = (await desk.ports.tenants.get(organisasi)).settings
    const wanted = { ...calendar, localDays: localDays as unknown as typeof calendar.localDays }
    return previewCalendar({ ...desk.ports, yieldTurn: async () => {} }, admin, wanted)
  }

  it('an admin sees which days change and how many open cases move, and nothing is changed', async () => {
    const desk = await aDesk()
    const moving = await desk.receive(aComplaintIn('received'))
    await desk.receive(aComplaintIn('closed'))

    expect(await previewOf(desk, [{ day: '2026-11-25', name: 'Hari jadi kabupaten' }])).toEqual({
      days: [{ day: '2026-11-25', name: 'Hari jadi kabupaten', open: [] }],
      everyWeek: false,
      movedCases: 1,
    })
    expect(await dueOf(desk, moving.id)).toBe(wib('2026-11-26 16:00'))
  })

  it('days that nobody works anyway change nothing', async () => {
    const desk = await aDesk()
    await desk.receive(aComplaintIn('received'))

    expect(await previewOf(desk, [{ day: '2026-11-28', name: 'Sabtu' }])).toEqual({
      days: [],
      everyWeek: false,
      movedCases: 0,
    })
  })
})

const office = { ...anIdleOffice, working: [staffWith(['identity_custodian'])] }
const openTo = (role: Role, status: Status) => openActs(staffWith([role]), aComplaintIn(status), office)
const nextFor = (role: Role, isDispatched = false) =>
  Object.fromEntries(
    statuses.flatMap((status) => {
      const { next } = arrangeActs(openTo(role, status), isDispatched)
      return next ? [[status, next]] : []
    }),
  )

/** The answer was that the complaint is proven. */
const improving = { objected: 'name-improvement', closed: 'name-improvement' }

describe('the bar of a case', () => {
  it.each(roles)(
    'shows a %s at most three acts in each status, loses none, and begins with the one that stands out',
    (role) => {
      for (const status of statuses) {
        const open = openTo(role, status)
        const { shown, more, next } = arrangeActs(open, false)
        expect(shown.length, status).toBeLessThanOrEqual(3)
        expect(more.length === 0 || shown.length === 3, status).toBe(true)
        expect([...shown, ...more].sort(), status).toEqual(open.filter((act) => act in actTable).sort())
        if (next) expect(next, status).toBe(shown[0])
      }
    },
  )

  it('lets only what brings a case on stand out, and nothing for who can only watch or put right', () => {
    expect(nextFor('verifier')).toEqual({ received: 'verify', in_progress: 'dispatch' })
    expect(nextFor('verifier', true)).toEqual({ received: 'verify' })
    expect(nextFor('case_handler')).toEqual({
      in_progress: 'propose-answer',
      answered: 'close',
      ...improving,
    })
    expect(nextFor('unit_head')).toEqual({
      received: 'verify',
      in_progress: 'dispatch',
      awaiting_approval: 'answer',
      answered: 'close',
      objected: 'decide-objection',
      closed: 'name-improvement',
    })
    expect(nextFor('internal_auditor')).toEqual({ objected: 'decide-objection' })
    expect(nextFor('identity_custodian')).toEqual({})
    expect(nextFor('tenant_admin')).toEqual({})
  })
})

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
