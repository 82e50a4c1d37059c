import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import type { GuardMark } from '../../../service/offices/staff/permissions.ts'
import type { Category } from '../../../service/offices/tenants/tenant.ts'
import { readSimilar, similarOf, tellsSimilar } from '../../../service/register/open311/open-records.ts'
import { DAY, type Day, plusMilliseconds } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

const went = (receivedOn: string, answeredOn: string | null) => ({
  receivedOn: receivedOn as Day,
  answeredOn: answeredOn as Day | null,
})
const many = <One>(count: number, one: One) => Array.from({ length: count }, () => one)

describe('what visitors are told of complaints like theirs', () => {
  it('is nothing of a handful', () => {
    const said = { received: null, answered: null, usualDays: null, latest: [] }
    expect(similarOf([])).toEqual(said)
    expect(similarOf(many(4, went('2026-10-01', '2026-10-02')))).toEqual(said)
  })

  it('is counts in steps of five, so that one more or one less is not seen', () => {
    const answered = (count: number) =>
      similarOf([...many(count, went('2026-10-01', '2026-10-04')), went('2026-10-02', null)])
    expect(answered(5)).toMatchObject({ received: 5, answered: 5, usualDays: 3 })
    expect(answered(8)).toMatchObject({ received: 5, answered: 5 })
    expect(answered(9)).toMatchObject({ received: 10, answered: 5 })
  })

  it('tells no single case before five were answered, then three, by month and days alone', () => {
    expect(similarOf([...many(6, went('2026-10-01', null)), ...many(4, went('2026-10-01', '2026-10-02'))])).toEqual({
      received: 10,
      answered: null,
      usualDays: null,
      latest: [],
    })
    const cases = ['02', '05', '05', '09', '13'].map((day) => went('2026-10-01', `2026-10-${day}`))
    expect(similarOf([...cases, went('2026-09-30', '2026-10-20'), went('2026-10-21', '2026-10-21')])).toEqual({
      received: 5,
      answered: 5,
      usualDays: 4,
      latest: [
        { month: '2026-10', days: 1 },
        { month: '2026-09', days: 20 },
        { month: '2026-10', days: 12 },
      ],
    })
  })
})

/** An office that tells of similar complaints, some weeks after a Monday. */
async function aTellingOffice(details: Partial<Category> = {}) {
  const desk = await aDesk()
  const unit = await desk.ports.tenants.get(organisasi)
  const categories = unit.settings.categories.map((one) => ({
    ...one,
    ...(one.code === 'maladministration' && { published: true, similarTold: true, ...details }),
  }))
  const tenant = { ...unit, settings: { ...unit.settings, categories } }
  const at = (days: number) => () => plusMilliseconds(mondayAtTen, days * DAY)
  return {
    receiveMany: async (count: number, complaint: () => Complaint = aComplaint) => {
      for (let one = 0; one < count; one++) await desk.receive(complaint())
    },
    told: (daysLater = 20, code = 'maladministration') =>
      readSimilar({ ...desk.ports, now: at(daysLater) }, tenant, code),
  }
}

describe('the complaints of which visitors are told', () => {
  it('are those of named reporters that are kept from nobody, up to yesterday', async () => {
    const { receiveMany, told } = await aTellingOffice()
    await receiveMany(4)
    await receiveMany(5, () => aComplaint({ privacy: 'confidential' }))
    await receiveMany(5, () => aComplaint({ privacy: 'anonymous' }))
    await receiveMany(5, () => aComplaint({ guard: { marks: ['tanda' as GuardMark], steward: null } }))
    expect(await told()).toMatchObject({ received: null })
    await receiveMany(1, () => aComplaintIn('answered'))
    expect(await told()).toMatchObject({ received: 5, answered: null, latest: [] })
    expect(await told(0)).toMatchObject({ received: null })
    expect(await told(100)).toMatchObject({ received: null })
  })

  it('say when answers came, of what was answered until yesterday', async () => {
    const { receiveMany, told } = await aTellingOffice()
    await receiveMany(6, () => aComplaintIn('answered'))
    const { answered, usualDays, latest } = await told()
    expect([answered, usualDays, latest.length]).toEqual([5, expect.any(Number), 3])
    const day = mondayAtTen.slice(0, 7)
    expect(latest.every(({ month }) => month === day)).toBe(true)
  })

  it.each<[string, Partial<Category>]>([
    ['turned on', { similarTold: false }],
    ['published', { published: false }],
    ['offered', { active: false }],
    ['free of officials', { class: 'oversight' }],
  ])('are of no category that is not %s', async (_, details) => {
    const { told } = await aTellingOffice(details)
    expect(await laterRefusalOf(told())).toBe('similar/not-told')
  })

  it('are of no category that the unit does not have', async () => {
    const { told } = await aTellingOffice()
    expect(await laterRefusalOf(told(1, 'tidak_ada'))).toBe('similar/not-told')
    expect(tellsSimilar({ code: 'x', active: true, class: 'non_oversight' } as Category)).toBe(false)
  })
})
