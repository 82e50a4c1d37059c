import { describe, expect, it } from 'vitest'
import { pauseAll } from '../../service/case/case-clocks.ts'
import { clockKeys, clockNews, type TimedCase } from '../../service/case/clock-alerts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { openInboxStore } from '../../service/offices/inbox/inbox.ts'
import { DAY, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import type { AlertOffice } from '../../service/telling/alerts/alerts.ts'
import { tellStaff } from '../../service/telling/alerts/tell-staff.ts'
import { watchNearDates, watchPassedDates } from '../../service/telling/alerts/warnings.ts'
import { openWebhookStore } from '../../service/telling/webhooks/webhook.ts'
import { aComplaint, aComplaintIn, mondayAtTen } from '../support/a-complaint.ts'
import type { DeskPorts } from '../support/a-desk.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { officeWith } from '../support/office-with.ts'
import { organisasi } from '../support/two-units.ts'

const dueOf = ({ clocks }: Pick<Complaint, 'clocks'>, name: string) => clocks.find(({ clock }) => clock === name)!.dueAt
const never = '2000-01-01T00:00:00.000Z' as Instant
const kindsOf = (complaint: TimedCase, now: Instant, nearUntil = now, longOverdueUntil = never) => {
  const news = clockNews(complaint, { now, nearUntil, longOverdueUntil, newId: () => 'n' })
  return news?.notes.map(({ kind, duty }) => `${kind} ${duty}`) ?? []
}
const told = (complaint: Complaint, now: Instant, nearUntil = now, longOverdueUntil = never): Complaint => ({
  ...complaint,
  clocksTold:
    clockNews(complaint, { now, nearUntil, longOverdueUntil, newId: () => 'n' })?.clocksTold ?? complaint.clocksTold,
})
const later = (at: Instant) => plusMilliseconds(at, DAY)

describe('a date of the office', () => {
  const received = aComplaint()
  const due = dueOf(received, 'verification')

  it('is told when it is near and when it has passed, each once', () => {
    expect(kindsOf(received, mondayAtTen)).toEqual([])
    const near = told(received, mondayAtTen, due)
    expect(kindsOf(received, mondayAtTen, due)).toEqual(['clock_near verification'])
    expect(kindsOf(near, mondayAtTen, due)).toEqual([])
    expect(kindsOf(near, due)).toEqual(['clock_over verification'])
    expect(kindsOf(told(near, due), later(due))).toEqual([])
  })

  it('that has passed before anybody looked is told as passed, and not as near', () => {
    expect(kindsOf(received, due, due)).toEqual(['clock_over verification'])
    expect(kindsOf(told(received, due, due), due, due)).toEqual([])
  })

  it('is told to who stands above the head once it passed long ago, after head and handler, and once', () => {
    expect(kindsOf(received, later(due), later(due), later(due))).toEqual(['clock_over verification'])
    const over = told(received, later(due))
    expect(clockKeys.longOverUntoldAt(over)).toBe(due)
    expect(clockKeys.longOverUntoldAt(received)).toBeNull()
    expect(kindsOf(over, later(due), later(due), due)).toEqual(['clock_escalated verification'])
    const escalated = told(over, later(due), later(due), due)
    expect(kindsOf(escalated, later(later(due)), later(due), later(due))).toEqual([])
    expect([clockKeys.longOverUntoldAt(escalated), clockKeys.overUntoldAt(escalated)]).toEqual([
      null,
      dueOf(received, 'first_response'),
    ])
  })

  it('that passed more than fourteen days before anybody looked is told to nobody, neither then nor later', () => {
    const [late, tooLate] = [plusMilliseconds(due, 13 * DAY), plusMilliseconds(due, 56 * DAY)]
    const onlyVerification = { ...received, clocks: received.clocks.filter(({ clock }) => clock === 'verification') }
    expect(kindsOf(onlyVerification, late)).toEqual(['clock_over verification'])
    expect(kindsOf(onlyVerification, tooLate, tooLate, tooLate)).toEqual([])
    const passedBy = told(onlyVerification, tooLate, tooLate, tooLate)
    expect([clockKeys.overUntoldAt(passedBy), clockKeys.longOverUntoldAt(passedBy)]).toEqual([null, null])
    const over = told(onlyVerification, due)
    expect(kindsOf(over, tooLate, tooLate, plusMilliseconds(due, 3 * DAY))).toEqual(['clock_escalated verification'])
    expect(kindsOf(over, tooLate, tooLate, plusMilliseconds(tooLate, -3 * DAY))).toEqual([])
  })

  it('that moved is told anew', () => {
    const over = told(received, due)
    const moved = later(due)
    const clocks = over.clocks.map((clock) => (clock.dueAt === due ? { ...clock, dueAt: moved } : clock))
    expect(kindsOf({ ...over, clocks }, due, moved)).toEqual(['clock_near verification'])
    const promised = over.clocks.map((clock) => (clock.dueAt === due ? { ...clock, promisedAt: moved } : clock))
    expect(kindsOf({ ...over, clocks: promised }, due)).toEqual([])
    expect(kindsOf({ ...over, clocks: promised }, moved)).toEqual(['clock_over verification'])
  })

  it('is not told while its clock stands still or when it has stopped', () => {
    const paused = { ...received, clocks: pauseAll(received.clocks, 'Menunggu.', mondayAtTen) }
    expect(kindsOf(paused, later(due), later(due))).toEqual([])
    expect(clockKeys.overUntoldAt(aComplaintIn('withdrawn', { clocks: [] }))).toBeNull()
  })

  it('is the reporter’s own in their objection window, and so no alert', () => {
    const answered = aComplaintIn('answered')
    expect(kindsOf(answered, later(dueOf(answered, 'objection_window')))).toEqual([])
    expect(clockKeys.nearUntoldAt(answered)).toBeNull()
  })

  it('about the reporter’s data goes to who answers for that', () => {
    const asked = { clocks: [], dataRequestDueAt: due }
    expect(kindsOf(asked, due)).toEqual(['clock_over rights'])
  })
})

describe('the watch over all units', () => {
  async function anOffice() {
    const office = await anOfficeOf({
      verifikator: { roles: ['verifier'] },
      petugas: { roles: ['case_handler'] },
      kepala: { roles: ['unit_head'] },
    })
    const ports = officeWith<DeskPorts & AlertOffice>({
      ...office.ports,
      webhooks: await openWebhookStore(office.allOfStore, office.ports.vault, () => {}),
      inboxes: await openInboxStore(office.allOfStore),
      ring: () => {},
    })
    return {
      ...office,
      ports,
      async clockAlertsOf(id: string) {
        await tellStaff(ports, (cause) => {
          throw cause
        })
        const { alerts } = await ports.inboxes.read(organisasi, id as StaffId)
        return alerts.filter(({ kind }) => kind.startsWith('clock_')).map(({ kind, number }) => `${kind} ${number}`)
      },
    }
  }

  it('tells the handler when it is near, and the head too when it has passed', async () => {
    const { ports, receive, goOn, clockAlertsOf } = await anOffice()
    const { id } = await receive(aComplaintIn('in_progress', { handler: 'petugas' as StaffId }))
    expect([await watchNearDates(ports), await watchPassedDates(ports)]).toEqual([0, 0])
    const handling = dueOf(await ports.complaints.get(organisasi, id), 'handling_non_oversight')
    goOn((Date.parse(handling) - Date.parse(mondayAtTen)) / DAY - 1)
    expect([await watchPassedDates(ports), await watchNearDates(ports)]).toEqual([0, 1])
    expect(await clockAlertsOf('petugas')).toEqual([`clock_near ${id}`])
    expect(await clockAlertsOf('kepala')).toEqual([])

    goOn(2)
    expect([await watchPassedDates(ports), await watchPassedDates(ports)]).toEqual([1, 0])
    expect(await clockAlertsOf('petugas')).toEqual([`clock_over ${id}`, `clock_near ${id}`])
    expect(await clockAlertsOf('kepala')).toEqual([`clock_over ${id}`])
    expect((await ports.complaints.get(organisasi, id)).revision).toBe(1)
  })

  it('tells who stands above the head three working days after the date, and the Inspektorat where nobody does', async () => {
    for (const reportsTo of ['sekda', undefined]) {
      const office = await anOffice()
      const { ports, receive, goOn, clockAlertsOf, employ } = office
      await employ('sekda', { roles: ['observer', 'internal_auditor'] })
      await employ('kepala', { roles: ['unit_head'], ...(reportsTo && { reportsTo }) })
      await employ('inspektur', { roles: ['internal_auditor'], reportsTo: 'sekda' })
      const { id } = await receive(aComplaint())
      // Received on Monday the 23rd at ten; verification ends with Thursday the 26th.
      const watched = async () => [await watchPassedDates(ports), await watchNearDates(ports)]
      goOn(4)
      await watched()
      expect(await clockAlertsOf('kepala')).toEqual([`clock_over ${id}`])
      // Monday the 30th and Tuesday the 1st at ten: the third working day after it has not ended.
      goOn(3)
      await watched()
      goOn(1)
      await watched()
      expect(await clockAlertsOf('sekda')).toEqual([])
      goOn(1)
      await watched()
      expect(await clockAlertsOf('sekda')).toEqual([`clock_escalated ${id}`])
      expect(await clockAlertsOf('inspektur')).toEqual(reportsTo ? [] : [`clock_escalated ${id}`])
      expect((await clockAlertsOf('kepala')).filter((one) => one.startsWith('clock_escalated'))).toEqual([])
      goOn(10)
      await watched()
      expect((await clockAlertsOf('sekda')).length).toBeLessThanOrEqual(2)
    }
  })

  it('looks at no case again of which all was told', async () => {
    const { ports, receive, goOn } = await anOffice()
    for (let more = 0; more < 3; more++) await receive(aComplaint())
    goOn(1)
    expect(await watchNearDates(ports)).toBe(0)
    goOn(1)
    expect(await watchNearDates(ports)).toBe(3)
    const until = plusMilliseconds(mondayAtTen, 4 * DAY)
    expect(await ports.complaints.nearUnalerted(organisasi, until, 10)).toEqual([])
    expect(await ports.complaints.overdueUnalerted(ports.now(), 10)).toEqual([])
  })
})
