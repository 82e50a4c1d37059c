import { describe, expect, it } from 'vitest'
import { timelinessOf } from '../../service/complaints/timeliness.ts'
import { unitStatistics } from '../../service/reports/unit-statistics.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, mondayAtTen } from '../support/a-complaint.ts'
import { staffWith } from '../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const MONTH = 31 * 86_400_000

async function anOffice() {
  const office = await anOfficeOf({
    kepala: { roles: ['unit_head'] },
    pengamat: { roles: ['observer'] },
    petugas: { roles: ['case_handler'] },
    terbatas: { roles: ['observer'], limits: { observer: ['illegal_levy'] } },
  })
  const tenant = await office.ports.tenants.get(organisasi)
  return {
    ...office,
    receiveMany: async (count: number, complaint: () => ReturnType<typeof aComplaint>) => {
      for (let one = 0; one < count; one++) await office.receive(complaint())
    },
    numbersFor: async (who: string) => unitStatistics(office.ports, await office.member(who), tenant),
  }
}
const cell = <Line extends { readonly cases: number | null }>(lines: readonly Line[], is: (line: Line) => boolean) =>
  lines.find(is)?.cases

describe('the figures of a unit', () => {
  it('are whole for its head, who reads the cases anyway', async () => {
    const { receiveMany, numbersFor } = await anOffice()
    await receiveMany(2, aComplaint)
    await receiveMany(1, () => aComplaintIn('answered'))
    const { byStatus, byMonth, ...figures } = await numbersFor('kepala')
    expect(figures).toMatchObject({ hidesSmall: false, total: 3, overdue: 0, inTimePercent: 100 })
    expect(cell(byStatus, ({ status }) => status === 'received')).toBe(2)
    expect(byMonth).toHaveLength(13)
    expect(byMonth.at(-1)).toEqual({ month: '2026-11', cases: 3 })
    expect(byMonth[0]).toEqual({ month: null, cases: 0 })
  })

  it('hide small counts from an observer, and round the share', async () => {
    const { receiveMany, numbersFor } = await anOffice()
    await receiveMany(6, () => aComplaintIn('answered'))
    await receiveMany(9, aComplaint)
    await receiveMany(2, () => aComplaintIn('declined'))
    const { byStatus, ...figures } = await numbersFor('pengamat')
    expect(figures).toMatchObject({ hidesSmall: true, total: 17, overdue: 0, inTimePercent: 100 })
    expect(cell(byStatus, ({ status }) => status === 'received')).toBe(9)
    expect(cell(byStatus, ({ status }) => status === 'declined')).toBeNull()
    expect(cell(byStatus, ({ status }) => status === 'answered')).toBeNull()
    expect(cell(byStatus, ({ status }) => status === 'closed')).toBe(0)
  })

  it('put older months together, by the unit’s own time', async () => {
    const { receive, numbersFor } = await anOffice()
    // Half past midnight on the first of October at the office is the thirtieth of September in Greenwich.
    const late = '2026-09-30T17:30:00.000Z' as Instant
    await receive({ ...aComplaint(), receivedAt: late, receivedMonth: '2026-10' })
    const ago = plusMilliseconds(mondayAtTen, -14 * MONTH)
    await receive({ ...aComplaint(), receivedAt: ago, receivedMonth: ago.slice(0, 7) })
    const { byMonth } = await numbersFor('kepala')
    expect(cell(byMonth, ({ month }) => month === '2026-10')).toBe(1)
    expect(cell(byMonth, ({ month }) => month === null)).toBe(1)
  })

  it('leave out what is kept from whoever reads them, and categories that are not theirs', async () => {
    const office = await anOffice()
    await aGuardedCase(office, 'kepala')
    await office.receive(aComplaint())
    expect(await office.numbersFor('kepala')).toMatchObject({ total: 1 })
    expect(await office.numbersFor('terbatas')).toMatchObject({ total: 0 })
  })

  it('count what is overdue now', async () => {
    const office = await anOffice()
    await office.receive(aComplaint())
    office.goOn(31)
    expect(await office.numbersFor('kepala')).toMatchObject({ overdue: 1 })
  })

  it('are refused to who has no permission for them, and are those of one’s own unit', async () => {
    const office = await anOffice()
    await office.receive(aComplaint())
    expect(await laterRefusalOf(office.numbersFor('petugas'))).toBe('staff/not-permitted')
    const tenant = await office.ports.tenants.get(dinas)
    expect(await unitStatistics(office.ports, staffWith(['unit_head'], dinas), tenant)).toMatchObject({ total: 0 })
  })
})

describe('an answer', () => {
  it('is late when its handling clock had run out', () => {
    const answered = aComplaintIn('answered')
    const ranOut = answered.clocks.map((clock) => ({ ...clock, dueAt: plusMilliseconds(mondayAtTen, -1) }))
    expect(timelinessOf(answered)).toBe('in_time')
    expect(timelinessOf({ ...answered, clocks: ranOut })).toBe('late')
    expect(timelinessOf(aComplaintIn('in_progress'))).toBe('open')
  })
})
