import { describe, expect, it } from 'vitest'
import { absenceOf, type Membership } from '../../../service/offices/staff/account.ts'
import { substituteFor } from '../../../service/offices/staff/posts.ts'
import { DAY, plusMilliseconds } from '../../../service/shared/instant.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aMembership, atWork, away } from '../../support/a-small-unit.ts'

const byId = (members: readonly Membership[]) => new Map(members.map((one) => [one.id, one]))
const inPlaceOf = (id: string, members: readonly Membership[], at = mondayAtTen) => {
  const member = byId(members).get(id)
  return member ? (substituteFor(member, byId(members), at)?.id ?? null) : null
}
const head = aMembership('kepala', ['unit_head'])
const verifier = aMembership('verifikator', ['verifier'])
const handler = aMembership('petugas', ['case_handler'])

describe('somebody who is away', () => {
  it('is back by themselves when the last day is over', () => {
    const absence = away('verifikator', { days: 2 })
    const absent = { ...head, absences: [absence] }
    expect(absenceOf(absent, mondayAtTen)).toBe(absence)
    expect(absenceOf(absent, absence.until)).toBeNull()
    expect(inPlaceOf('kepala', [absent, verifier], absence.until)).toBeNull()
  })

  it('is not away before the first day', () => {
    const absent = { ...head, absences: [away('verifikator', { from: 3 })] }
    expect(absenceOf(absent, mondayAtTen)).toBeNull()
    expect(inPlaceOf('kepala', [absent, verifier], plusMilliseconds(mondayAtTen, 3 * DAY))).toBe('verifikator')
  })

  it('has whom their deputy named in their place, while the deputy is away too', () => {
    const chain = [
      { ...head, absences: [away('verifikator')] },
      { ...verifier, absences: [away('petugas', { days: 2 })] },
      handler,
    ]
    expect(inPlaceOf('kepala', chain)).toBe('petugas')
    expect(inPlaceOf('verifikator', chain)).toBe('petugas')
    // The verifier is back on the third day, the head is not.
    expect(inPlaceOf('kepala', chain, plusMilliseconds(mondayAtTen, 2 * DAY))).toBe('verifikator')
  })

  it('has nobody in their place where the chain is a circle, ends, or leads out of the unit', () => {
    const circle = [
      { ...head, absences: [away('verifikator')] },
      { ...verifier, absences: [away('kepala')] },
    ]
    expect(inPlaceOf('kepala', circle)).toBeNull()
    const ends = [
      { ...head, absences: [away('verifikator')] },
      { ...verifier, absences: [away()] },
    ]
    expect(inPlaceOf('kepala', ends)).toBeNull()
    expect(inPlaceOf('kepala', [{ ...head, absences: [away('pensiunan')] }])).toBeNull()
  })
})

describe('a deputy', () => {
  const workAs = (id: string, members: readonly Membership[]) => atWork(members).find((one) => one.id === id)

  it('has the roles of who is away, and their own', () => {
    const deputy = workAs('verifikator', [{ ...head, absences: [away('verifikator')] }, verifier])
    expect(deputy?.permissions.has('cases.approve')).toBe(true)
    expect([...(deputy?.asDeputy?.keys() ?? [])]).toContain('cases.approve')
    expect(deputy?.asDeputy?.has('cases.verify')).toBe(false)
    expect(deputy?.standsInFor).toEqual(['kepala'])
  })

  it('is bound to the categories of who is away, and stays free in what is their own', () => {
    const limited = { ...head, limits: { unit_head: ['illegal_levy'] }, absences: [away('verifikator')] }
    const deputy = workAs('verifikator', [limited, verifier])
    expect(deputy?.limits.get('cases.approve')).toEqual(new Set(['illegal_levy']))
    expect(deputy?.limits.has('cases.verify')).toBe(false)
  })

  it('does not get what takes two persons to give', () => {
    const custodian = aMembership('kustodian', ['identity_custodian'], { absences: [away('petugas')] })
    expect(workAs('petugas', [custodian, handler])?.permissions.has('identity.open_confidential')).toBe(false)
  })

  it('is new to what they hold for others, so they decide on no colleague’s roles at once', () => {
    const deputy = workAs('verifikator', [{ ...head, absences: [away('verifikator')] }, verifier])
    expect(deputy?.heldSince?.get('cases.approve')).toBe(away().setAt)
    expect(deputy?.heldSince?.has('cases.verify')).toBe(false)
  })
})
