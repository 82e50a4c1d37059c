import { describe, expect, it } from 'vitest'
import type { GuardMark } from '../../../service/offices/staff/staff-member.ts'
import {
  type PublicStatisticsPorts,
  previewPublicStatistics,
  publicStatisticsSpec,
  readPublicStatistics,
} from '../../../service/register/reports/public-statistics.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

/** An office that shows its numbers; it is November, and October was the last whole month. */
async function aPublicOffice() {
  const desk = await aDesk()
  const unit = await desk.ports.tenants.get(organisasi)
  const tenant = { ...unit, settings: { ...unit.settings, publicStatistics: true } }
  const publicStatistics = await desk.allOfStore.collection(publicStatisticsSpec)
  const ports: PublicStatisticsPorts = { ...desk.ports, publicStatistics }
  const inOctober = { receivedAt: '2026-10-12T03:00:00.000Z' as Instant, receivedDay: '2026-10-12' }
  return {
    ...desk,
    unit,
    receiveMany: async (count: number, complaint = aComplaint) => {
      for (let one = 0; one < count; one++) await desk.receive({ ...complaint(), ...inOctober })
    },
    shown: () => readPublicStatistics(ports, tenant),
    preview: (who: Parameters<typeof staffWith>[0]) => previewPublicStatistics(ports, staffWith(who), unit),
    whileOff: () => readPublicStatistics(ports, unit),
  }
}
const october = ({ byMonth }: Awaited<ReturnType<typeof readPublicStatistics>>) =>
  byMonth.find(({ month }) => month === '2026-10')?.cases

describe('what everybody sees of an office', () => {
  it('is nothing until the office turns it on, and its admin sees before what it would be', async () => {
    const { receiveMany, whileOff, preview } = await aPublicOffice()
    await receiveMany(6)
    expect(await laterRefusalOf(whileOff())).toBe('statistics/not-public')
    expect(await preview(['tenant_admin'])).toMatchObject({ total: 6 })
    expect(await laterRefusalOf(preview(['observer']))).toBe('staff/not-permitted')
  })

  it('is of whole months, small counts hidden, and shares in steps of five', async () => {
    const { receive, receiveMany, shown } = await aPublicOffice()
    await receiveMany(7, () => aComplaintIn('answered'))
    await receiveMany(2, () => ({ ...aComplaint(), category: 'illegal_levy' }))
    await receive(aComplaint())
    const figures = await shown()
    expect(figures).toMatchObject({ total: 9, inTimePercent: 100, period: { from: '2025-11', to: '2026-10' } })
    expect(october(figures)).toBe(9)
    expect(figures.byCategory.map(({ cases }) => cases)).toEqual([null, null])
    expect(figures.byOutcome.find(({ outcome }) => outcome === 'substantiated')?.cases).toBe(7)
  })

  it('counts as late what is overdue without an answer, so silence does not look punctual', async () => {
    const { receiveMany, shown, goOn } = await aPublicOffice()
    await receiveMany(6, () => aComplaintIn('answered'))
    await receiveMany(6)
    expect((await shown()).inTimePercent).toBe(100)
    goOn(60)
    const december = await shown()
    expect(december.inTimePercent).toBe(50)
  })

  it('says nothing of a handful', async () => {
    const { receiveMany, shown } = await aPublicOffice()
    await receiveMany(4)
    const figures = await shown()
    expect(figures).toMatchObject({ total: null, inTimePercent: null })
    expect(october(figures)).toBeNull()
  })

  it('stands still through the day and until five cases differ, so that nobody watches one come', async () => {
    const { receiveMany, shown, goOn } = await aPublicOffice()
    await receiveMany(6)
    expect(october(await shown())).toBe(6)
    await receiveMany(4)
    goOn(1)
    expect(october(await shown())).toBe(6)
    await receiveMany(1)
    expect(october(await shown())).toBe(6)
    goOn(1)
    const figures = await shown()
    expect([october(figures), figures.asOf]).toEqual([11, '2026-11-25'])
  })

  it('leaves out what is kept from somebody, who could tell it from their own count', async () => {
    const { receiveMany, shown } = await aPublicOffice()
    await receiveMany(6)
    const guard = { marks: ['tanda' as GuardMark], steward: null }
    await receiveMany(5, () => ({ ...aComplaint(), guard }))
    expect(october(await shown())).toBe(6)
  })
})
