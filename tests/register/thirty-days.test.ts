import { expect, it } from 'vitest'
import { pausedUntil } from '../../service/case/case-clocks.ts'
import { object } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { mayTellFor } from '../../service/case/tasks.ts'
import { type ActBodies, type ActName, performAct } from '../../service/desk/case-acts.ts'
import { reportCarriedOut } from '../../service/desk/dispatch.ts'
import { notifyDueReporters } from '../../service/desk/messages.ts'
import { localDayOf, localTimeOf, openBlocksOn, whyClosed } from '../../service/offices/calendar/working-days.ts'
import type { Membership } from '../../service/offices/staff/account.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { listToday } from '../../service/register/list-today.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaintIn, aMoment } from '../support/a-complaint.ts'
import { aDesk, type Desk } from '../support/a-desk.ts'
import { aMembership, away } from '../support/a-small-unit.ts'
import { type Dice, diceOf, oneOf } from '../support/dice.ts'
import { organisasi } from '../support/two-units.ts'

const unit: readonly (readonly [id: string, roles: readonly Role[]])[] = [
  ['kepala', ['unit_head']],
  ['sekretaris', ['unit_head']],
  ['verifikator', ['verifier']],
  ['penerima', ['intake_officer', 'verifier']],
  ['petugas-satu', ['case_handler']],
  ['petugas-dua', ['case_handler']],
  ['kustodian', ['identity_custodian']],
  ['inspektorat', ['internal_auditor']],
  ['atasan', ['parent_head']],
]
const { calendar } = bagianOrganisasi
const waiting = ['received', 'in_progress', 'awaiting_approval', 'objected'] as const
const text = 'Kata-kata kantor.'

/** Somebody chosen is away, which the list of handlers would have shown, or the case cannot stand still again. */
const mayHappen = ['staff/away', 'case/wrong-status', 'clock/pauses-used', 'request/invalid']

interface Owner {
  readonly by: StaffMember
  readonly act: ActName
}

const isWorkingHour = (at: Instant): boolean => {
  const day = localDayOf(at, calendar)
  const time = localTimeOf(at, calendar)
  return (
    whyClosed(day, calendar) === null && openBlocksOn(day, calendar).some(([from, to]) => from <= time && time < to)
  )
}

/** A third of the unit is away for one to five days each; all but handlers name somebody who is present then. */
async function sendAway({ ports }: Desk, dice: Dice, start: Instant): Promise<void> {
  const now = ports.now()
  const day = Math.round((Date.parse(now) - Date.parse(start)) / DAY)
  const members = await ports.staff.members(organisasi)
  const isAway = ({ absences = [] }: Membership) => absences.some(({ from, until }) => from <= now && now < until)
  const absent = members.filter(isAway)
  while (absent.length < unit.length / 3) {
    const leaver = oneOf(
      dice,
      members.filter((one) => !absent.includes(one)),
    )
    const present = members.filter((one) => one !== leaver && !absent.includes(one))
    const hasDeputy = !leaver.roles.includes('case_handler') || dice(2) === 0
    const absence = away(hasDeputy ? oneOf(dice, present).id : null, { from: day, days: 1 + dice(5) })
    const { version: _, ...place } = leaver
    await ports.staff.saveMembership({ ...place, absences: [absence] })
    absent.push(leaver)
  }
}

/** What an officer does about a case of their list. */
function bodyOf(act: ActName, dice: Dice): Partial<ActBodies[ActName]> {
  if (act === 'dispatch') {
    const assistants = dice(2) === 0 ? [{ staff: oneOf(dice, ['penerima', 'kustodian', 'verifikator']) }] : []
    return { handler: oneOf(dice, ['petugas-satu', 'petugas-dua']), assistants }
  }
  if (act === 'pause') return { reason: 'Menunggu hasil uji laboratorium daerah.' }
  if (act === 'propose-answer' || act === 'answer') return { outcome: 'clarified', text }
  if (act === 'decide-objection') return { upheld: dice(2) === 0, text }
  return {}
}

/** The list shows ten of a kind among others; a longer backlog is read by itself. */
async function wholeList({ ports }: Desk, by: StaffMember) {
  const { counts, items } = await listToday(ports, by)
  const long = counts.filter(({ count }) => count > 10)
  const rest = await Promise.all(long.map(async ({ kind }) => (await listToday(ports, by, kind)).items))
  return [...items, ...rest.flat()]
}

const openCases = async ({ ports }: Desk): Promise<readonly Complaint[]> =>
  (
    await ports.complaints.list(organisasi, {
      index: 'status',
      where: { status: waiting },
      order: 'ascending',
      limit: 100,
    })
  ).items

it('in thirty days with a third of the unit away, no open case, task or ended pause is for more than an hour without somebody present who goes on with it', async () => {
  const desk = await aDesk()
  const { ports } = desk
  const start = ports.now()
  for (const [id, roles] of unit) await ports.staff.saveMembership(aMembership(id, roles))
  const dice = diceOf(20)
  const found = { hours: 0, checked: 0, asDeputy: 0, unattended: 0, acted: 0, tasks: 0, notOwnTask: 0, ended: 0 }
  const lonely: string[] = []
  /** What nobody present could go on with in the working hour before. */
  let before = new Set<string>()
  let now = new Set<string>()
  /** An hour may go by, as when an objection comes while all who decide are away and their deputies wrote the answer. */
  const noteLonely = (what: string) => {
    now.add(what)
    if (before.has(what)) lonely.push(`${ports.now()} ${what}`)
  }
  const paused = new Set<string>()

  async function goOnWith(number: string, { by, act }: Owner) {
    const { revision } = await ports.complaints.get(organisasi, number)
    const body = bodyOf(act, dice)
    const done = await performAct(ports, by, act, { number, revision, ...body } as never).catch(
      (refused: { code?: string }) => (mayHappen.includes(refused.code ?? '') ? null : Promise.reject(refused)),
    )
    if (done) found.acted++
    if (done?.status !== 'answered' || dice(3) > 0) return
    const moment = { ...aMoment(), at: ports.now() }
    await ports.complaints.change(organisasi, number, (one) => object(one, text, moment))
  }

  /** A task is owned by somebody who is present, has the case in their list and can say what came of it. */
  async function lookAtTasks({ id, dossier }: Complaint, owners: readonly StaffMember[]) {
    for (const { id: slip, assignments } of dossier.dispositions) {
      for (const { to } of assignments.slice(1).filter(({ done }) => done === null)) {
        found.tasks++
        const owner = owners.find((one) => mayTellFor(one, to))
        if (!owner) noteLonely(`${id} task of ${to}`)
        else if (owner.id !== to) found.notOwnTask++
        if (owner && dice(40) === 0) await reportCarriedOut(ports, owner, { number: id, id: slip, text })
      }
    }
  }

  for (let hour = 0; hour < 30 * 24; hour++) {
    if (localTimeOf(ports.now(), calendar) === '00:00' || hour === 0) await sendAway(desk, dice, start)
    if (isWorkingHour(ports.now())) {
      found.hours++
      before = now
      now = new Set()
      if (dice(4) === 0) await desk.receive(aComplaintIn('received', { receivedAt: ports.now() }))
      const present = (await ports.staff.working(organisasi)).filter(({ awayUntil }) => awayUntil === undefined)
      const owned = new Map<string, Owner>()
      const listed = new Map<string, StaffMember[]>()
      for (const by of present) {
        for (const { complaint, act } of await wholeList(desk, by)) {
          listed.set(complaint.id, [...(listed.get(complaint.id) ?? []), by])
          if (act) owned.set(complaint.id, { by, act })
        }
      }
      for (const complaint of await openCases(desk)) {
        const { id, status, handler, clocks } = complaint
        found.checked++
        const until = pausedUntil(clocks)
        if (until === null && paused.delete(id)) found.ended++
        if (until !== null) paused.add(id)
        // The machine ends a pause within the hour, and the officer who then goes on is present.
        if (until !== null && until < plusMilliseconds(ports.now(), -HOUR)) lonely.push(`${ports.now()} ${id} paused`)
        await lookAtTasks(complaint, listed.get(id) ?? [])
        const owner = owned.get(id)
        if (!owner) noteLonely(`${id} ${status} ${handler}`)
        else if (owner.by.standsInFor?.length) found.asDeputy++
        if (handler && owner?.by.unattended?.includes(handler)) found.unattended++
      }
      // Up to three cases an hour go on, and one reporter in three objects. A case that stands still is left alone until then.
      for (const [number, owner] of [...owned].filter(([number]) => !paused.has(number)).slice(0, 1 + dice(3))) {
        await goOnWith(number, dice(8) === 0 && owner.act === 'propose-answer' ? { ...owner, act: 'pause' } : owner)
      }
    }
    desk.goOn(HOUR / DAY)
    await notifyDueReporters(ports)
  }
  expect(lonely).toEqual([])
  expect(found.hours).toBeGreaterThan(150)
  // The month was no quiet one: deputies, and cases of handlers without a deputy, were among them.
  for (const [name, count] of Object.entries(found)) expect(count, name).toBeGreaterThan(0)
  expect(plusMilliseconds(start, 30 * DAY)).toBe(ports.now())
})
