import { describe, expect, it } from 'vitest'
import { type MovingPace, moveDates } from '../../../service/case/access/move-dates.ts'
import { clockNamed } from '../../../service/case/case-clocks.ts'
import { clockWordings } from '../../../service/case/deadlines/clock-wording.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import { previewCalendar } from '../../../service/register/forecasts.ts'
import { aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../../support/a-desk.ts'
import { closedOn } from '../../support/closed-on.ts'
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
