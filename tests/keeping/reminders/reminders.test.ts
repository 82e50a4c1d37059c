import { describe, expect, it } from 'vitest'
import { concerning, planGuard } from '../../../service/case/guard.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import { giveWork } from '../../../service/desk/succession.ts'
import { MOST_REMINDERS, reminderSpec } from '../../../service/keeping/reminders/reminder-store.ts'
import {
  changeReminder,
  countReminders,
  endReminder,
  listReminders,
  listRemindersOn,
  proposeDays,
  refuseOutOfReach,
  setReminder,
} from '../../../service/keeping/reminders/reminders.ts'
import { logSpec } from '../../../service/offices/log/access-log.ts'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { countTasks, listToday } from '../../../service/register/list-today.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { type Day, type Instant, parseDay } from '../../../service/shared/instant.ts'
import { aComplaintIn } from '../../support/a-complaint.ts'
import { anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf, refusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

const reason = 'Tanya Saptarana soal kuitansi.'
// The desk opens on Monday, 23 November 2026.
const monday = parseDay('2026-11-23')
const none = { due: 0, later: 0 }
const wednesday = parseDay('2026-11-25')

async function anOffice() {
  const office = await anOfficeOf({
    petugas: { roles: ['case_handler'] },
    rekan: { roles: ['case_handler'], reportsTo: 'petugas' },
    kepala: { roles: ['unit_head', 'tenant_admin'] },
    inspektorat: { roles: ['internal_auditor'] },
  })
  const { ports, receive, member } = office
  const complaint = await receive(aComplaintIn('in_progress', { handler: (await member('petugas')).id }))
  const handler = await member('petugas')
  const set = (day = wednesday, words = reason, staff: StaffMember = handler) =>
    setReminder(ports, staff, complaint.id, { day, reason: words })
  const due = async (staff: StaffMember = handler) =>
    (await listToday(ports, staff)).reminders.map((one) => [one.complaint.id, one.reminder.day, one.reminder.reason])
  /** From now on the case is kept from these people and from all whom they lead. */
  const keepFrom = async (...people: readonly string[]) => {
    const { concerns, guard } = await planGuard(ports.staff, organisasi, concerning(people), complaint.category)
    await ports.complaints.change(organisasi, complaint.id, (before) => ({
      ...before,
      guard,
      dossier: { ...before.dossier, concerns },
    }))
  }
  const liftGuard = () => ports.complaints.change(organisasi, complaint.id, (before) => ({ ...before, guard: null }))
  return { ...office, complaint, number: complaint.id, handler, set, due, keepFrom, liftGuard }
}

describe('a reminder that somebody set on a case', () => {
  it('is in their list of the day on its day and later, until it is done, however late', async () => {
    const { ports, goOn, set, due, handler, number } = await anOffice()
    const { id } = await set()
    expect(await due()).toEqual([])
    expect(await countReminders(ports, handler)).toEqual({ due: 0, later: 1 })
    goOn(2)
    expect(await due()).toEqual([[number, wednesday, reason]])
    // Eight weeks of leave.
    goOn(56)
    await set(parseDay('2027-01-20'), 'Tulis laporan.')
    expect(await due()).toEqual([
      [number, wednesday, reason],
      [number, '2027-01-20', 'Tulis laporan.'],
    ])
    expect(await countReminders(ports, handler)).toEqual({ due: 2, later: 0 })
    await endReminder(ports, handler, { number, id })
    await endReminder(ports, handler, { number, id })
    expect(await due()).toEqual([[number, '2027-01-20', 'Tulis laporan.']])
  })

  it('is put off with its reason, where it is still there', async () => {
    const { ports, goOn, set, due, handler, number } = await anOffice()
    const { id } = await set(monday)
    goOn(1)
    const place = { number, id }
    await changeReminder(ports, handler, place, { day: monday, reason: 'Masih hari Senin.' })
    expect(await due()).toEqual([[number, monday, 'Masih hari Senin.']])
    const past = changeReminder(ports, handler, place, { day: parseDay('2026-11-22'), reason })
    expect(await laterRefusalOf(past)).toBe('reminder/day-out-of-reach')
    await changeReminder(ports, handler, place, { day: wednesday, reason })
    expect(await due()).toEqual([])
    expect((await listReminders(ports, handler, 'all')).map((one) => one.reminder.reason)).toEqual([reason])
    await endReminder(ports, handler, place)
    expect(await laterRefusalOf(changeReminder(ports, handler, place, { day: wednesday, reason }))).toBe(
      'reminder/not-found',
    )
  })

  it('is nobody else’s: no colleague, head, admin or auditor reads, changes or ends it', async () => {
    const { ports, set, due, member, handler, number } = await anOffice()
    const { id } = await set(monday)
    for (const who of ['rekan', 'kepala', 'inspektorat']) {
      const other = await member(who)
      expect(await due(other)).toEqual([])
      expect(await countReminders(ports, other)).toEqual(none)
      expect(await listReminders(ports, other, 'all')).toEqual([])
      expect((await listRemindersOn(ports, other, number)).items).toEqual([])
      const changed = changeReminder(ports, other, { number, id }, { day: wednesday, reason: 'Milik saya.' })
      expect(await laterRefusalOf(changed)).toBe('reminder/not-found')
      await endReminder(ports, other, { number, id })
    }
    const deputy = { ...(await member('rekan')), standsInFor: [handler.id] }
    expect(await due(deputy)).toEqual([])
    expect(await due()).toEqual([[number, monday, reason]])
  })

  it('leaves no line in history or log, and not a word that the store shows', async () => {
    const { ports, allOfStore, set, handler, number } = await anOffice()
    const logged = async () => (await (await allOfStore.collection(logSpec)).walk(organisasi, null, 100)).length
    const before = [await logged(), (await ports.complaints.get(organisasi, number)).version]
    const { id } = await set(monday)
    await listRemindersOn(ports, handler, number)
    await changeReminder(ports, handler, { number, id }, { day: wednesday, reason })
    expect([await logged(), (await ports.complaints.get(organisasi, number)).version]).toEqual(before)
    const [lying] = await (await allOfStore.collection(reminderSpec)).walk(organisasi, null, 10)
    expect(JSON.stringify(lying)).not.toMatch(/Saptarana|kuitansi/)
    expect(Object.keys(lying!).toSorted()).toEqual('by content day id number tenant version'.split(' '))
    await endReminder(ports, handler, { number, id })
    expect(await logged()).toBe(before[0])
  })

  it('is silently gone while the case is kept from its owner, as if there were neither', async () => {
    const { ports, set, due, handler, member, number, keepFrom, liftGuard } = await anOffice()
    const { id } = await set(monday)
    await set(monday, 'Rekan mengingat.', await member('rekan'))
    await set(wednesday, 'Rekan mengingat lagi.', await member('rekan'))
    await keepFrom('petugas')
    for (const who of ['petugas', 'rekan']) {
      const kept = await member(who)
      expect(await due(kept)).toEqual([])
      expect(await countReminders(ports, kept)).toEqual(none)
      expect(await listReminders(ports, kept, 'all')).toEqual([])
      for (const asked of [
        listRemindersOn(ports, kept, number),
        setReminder(ports, kept, number, { day: wednesday, reason }),
        changeReminder(ports, kept, { number, id }, { day: wednesday, reason }),
        endReminder(ports, kept, { number, id }),
      ]) {
        expect(await laterRefusalOf(asked)).toBe('complaint/not-found')
      }
    }
    await liftGuard()
    expect(await due(handler)).toEqual([[number, monday, reason]])
  })

  it('is out of reach for somebody limited to other categories, and without permission to read cases', async () => {
    const { ports, set, due, handler } = await anOffice()
    await set(monday)
    const elsewhere = { ...handler, limits: new Map([['cases.read', new Set(['illegal_levy'])]] as const) }
    expect(await due(elsewhere)).toEqual([])
    expect(await countReminders(ports, elsewhere)).toEqual(none)
    const admin = { ...handler, permissions: new Set(['staff.manage'] as const) }
    expect(await due(admin)).toEqual([])
    expect(await laterRefusalOf(listReminders(ports, admin, 'all'))).toBe('staff/not-permitted')
    expect(await countReminders(ports, admin)).toEqual(none)
    expect(await laterRefusalOf(set(monday, reason, admin))).toBe('staff/not-permitted')
  })

  it('does not go to a successor with the work', async () => {
    const { ports, set, due, member, number } = await anOffice()
    await set(monday)
    const admin = { ...(await member('kepala')), confirmedAt: ports.now() }
    expect((await giveWork(ports, admin, 'petugas', 'rekan')).case.moves).toBe(1)
    expect(await due(await member('rekan'))).toEqual([])
    expect(await due(await member('petugas'))).toEqual([[number, monday, reason]])
  })

  it('stays with a case that joined another, and stays when the case is over', async () => {
    const { ports, set, due, receive, member, complaint, number } = await anOffice()
    await set(monday)
    const leading = await receive(aComplaintIn('in_progress'))
    const merger = { ...(await member('kepala')), permissions: new Set(['cases.read', 'cases.verify'] as const) }
    await performAct(ports, merger, 'merge', { number, revision: complaint.revision, into: leading.id })
    const { reminders } = await listToday(ports, await member('petugas'))
    expect(reminders.map((one) => [one.complaint.dossier.merged?.into, one.reminder.reason])).toEqual([
      [leading.id, reason],
    ])
    expect(await due()).toEqual([[number, monday, reason]])
  })

  it('ends with the person and with the case', async () => {
    const { ports, set, due, member, number } = await anOffice()
    const head = await member('kepala')
    await set(monday)
    await set(monday, 'Kepala mengingat.', head)
    await ports.reminders.dropOfPerson({ tenant: organisasi, by: 'petugas' })
    expect(await due()).toEqual([])
    expect(await due(head)).toEqual([[number, monday, 'Kepala mengingat.']])
    await ports.reminders.dropOfCase(organisasi, number)
    expect(await due(head)).toEqual([])
  })

  it('is one of a hundred at most, and none is dropped for another', async () => {
    const { ports, set, handler, number } = await anOffice()
    for (let at = 0; at < MOST_REMINDERS; at++) await set(monday, `Ke-${at}`)
    expect(await laterRefusalOf(set())).toBe('reminder/too-many')
    const [first, ...others] = (await listRemindersOn(ports, handler, number)).items
    expect(others).toHaveLength(MOST_REMINDERS - 1)
    expect(await countReminders(ports, handler)).toEqual({ due: MOST_REMINDERS, later: 0 })
    await endReminder(ports, handler, { number, id: first!.id })
    await set()
  })

  it('is listed once however often its case waits, and is logged as the list of the day is', async () => {
    const { ports, allOfStore, set, handler, member, number } = await anOffice()
    await set(monday)
    const { items, reminders } = await listToday(ports, handler)
    expect([items.map(({ kind }) => kind), reminders.length]).toEqual([['handling'], 1])
    expect(await countTasks(ports, handler)).toEqual([{ kind: 'handling', count: 1 }])
    // Its subject is read where nothing else waits, too.
    const colleague = await member('rekan')
    await setReminder(ports, colleague, number, { day: monday, reason })
    const logged = async () => (await (await allOfStore.collection(logSpec)).walk(organisasi, null, 100)).length
    const before = await logged()
    expect((await listToday(ports, colleague)).reminders).toHaveLength(1)
    expect(await logged()).toBe(before + 1)
  })
})

/** Monday to Friday; the unit closes on 30 November 2026, a Monday, and on 25 and 26 December. */
const calendar = {
  ...bagianOrganisasi.calendar,
  localDays: [{ day: parseDay('2026-11-30'), name: 'Hari jadi', blocks: [] }],
}
const at = (local: string): Instant => `${local}T03:00:00.000Z` as Instant
const daysOn = (local: string, dueAt: string | null) =>
  Object.fromEntries(
    proposeDays(at(local), dueAt === null ? null : at(dueAt), calendar).map(({ name, day }) => [name, day]),
  )

describe('days of which an officer may choose one', () => {
  it('are the next day of the office, next Monday, and a week before the date of the case', () => {
    expect(daysOn('2026-12-08', '2026-12-23')).toEqual({
      ...{ tomorrow: '2026-12-09', next_monday: '2026-12-14', week_before_due: '2026-12-16' },
    })
  })

  it('are days on which the office works', () => {
    expect(daysOn('2026-11-24', '2026-12-06')).toEqual({
      tomorrow: '2026-11-25',
      next_monday: '2026-12-01',
      // A week before a Sunday is a Sunday, and the last day before it on which the office works is a Friday.
      week_before_due: '2026-11-27',
    })
    expect(daysOn('2026-12-24', null)).toEqual({ tomorrow: '2026-12-28' })
  })

  it('are proposed once, and only those that are ahead', () => {
    expect(daysOn('2026-12-11', '2026-12-15')).toEqual({ tomorrow: '2026-12-14' })
    expect(daysOn('2026-12-07', '2026-12-14')).toEqual({ tomorrow: '2026-12-08', next_monday: '2026-12-14' })
    expect(daysOn('2026-12-13', null)).toEqual({ tomorrow: '2026-12-14' })
  })

  it('end with an office that never opens', () => {
    const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
    const proposed = proposeDays(at('2026-12-08'), null, { ...calendar, week, formerWeeks: [] })
    expect(proposed.map(({ day }) => day)).toEqual(['2026-12-09', '2026-12-14'])
  })

  it('may be any of the office’s own choice from today on, a year at most, by the clock of the office', () => {
    const ask = (day: string, now: string) => () => refuseOutOfReach(day as Day, now as Instant, calendar)
    expect(ask('2026-12-08', '2026-12-08T16:59:00.000Z')).not.toThrow()
    expect(refusalOf(ask('2026-12-08', '2026-12-08T17:00:00.000Z'))).toBe('reminder/day-out-of-reach')
    expect(ask('2027-12-09', '2026-12-08T03:00:00.000Z')).not.toThrow()
    expect(refusalOf(ask('2027-12-10', '2026-12-08T03:00:00.000Z'))).toBe('reminder/day-out-of-reach')
  })
})
