import { describe, expect, it } from 'vitest'
import type { AlertedCase } from '../../../service/case/store/first-notices.ts'
import {
  type GuardMark,
  grantsOfRoles,
  limitsIn,
  type StaffMember,
} from '../../../service/offices/staff/permissions.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { recipientsOf } from '../../../service/telling/alerts/tell-staff.ts'
import { staffWith } from '../../support/a-desk.ts'
import { organisasi } from '../../support/two-units.ts'

const person = (id: string, roles: readonly Role[], more: Partial<StaffMember> = {}): StaffMember => ({
  ...staffWith(roles, organisasi, id),
  ...more,
})
const mark = 'tanda' as GuardMark
const office = [
  person('verifikator', ['verifier']),
  person('petugas', ['case_handler']),
  person('kepala', ['unit_head']),
  person('kustodian', ['identity_custodian']),
  person('pengamat', ['observer']),
  person('admin', ['tenant_admin']),
]
const aCase = (details: Partial<AlertedCase> = {}): AlertedCase => ({
  category: 'maladministration',
  guard: null,
  handler: null,
  answeredBy: null,
  ...details,
})
const toldOf = (
  note: Partial<Parameters<typeof recipientsOf>[0]> & Pick<Parameters<typeof recipientsOf>[0], 'duty'>,
  details: Partial<AlertedCase> = {},
  members: readonly StaffMember[] = office,
  superiors: readonly string[] = [],
) => recipientsOf({ kind: 'reporter_answered', by: null, to: null, ...note }, aCase(details), members, superiors)

describe('a new complaint', () => {
  it('is told to verifiers, and to the head only where nobody else verifies', () => {
    expect(toldOf({ kind: 'new_case', duty: 'verification' })).toEqual(['verifikator'])
    const alone = office.filter(({ id }) => id !== 'verifikator')
    expect(toldOf({ kind: 'new_case', duty: 'verification' }, {}, alone)).toEqual(['kepala'])
  })

  it('is not told to the officer who took it in', () => {
    expect(toldOf({ kind: 'new_case', duty: 'verification', by: 'verifikator' as StaffId })).toEqual([])
  })

  it('is not told to a verifier of other categories', () => {
    const limits = limitsIn(grantsOfRoles(['verifier'], { verifier: ['illegal_levy'] }, {}))
    const members = [person('terbatas', ['verifier'], { limits }), ...office]
    expect(toldOf({ kind: 'new_case', duty: 'verification' }, {}, members)).toEqual(['verifikator'])
  })
})

describe('a case that is kept from somebody', () => {
  const concerned = new Set([mark])
  const guard = { marks: [mark], steward: 'kepala' as StaffId }

  it('is never told of to them, whatever their duty', () => {
    const members = office.map((one) => (one.id === 'kepala' ? one : { ...one, guardMarks: concerned }))
    const duties = ['verification', 'handling', 'approval', 'custody', 'rights'] as const
    for (const duty of duties) {
      for (const kind of ['new_case', 'reporter_answered', 'clock_over'] as const) {
        const told = toldOf({ kind, duty }, { guard, handler: 'petugas' as StaffId }, members)
        expect(told.filter((id) => id !== 'kepala')).toEqual([])
      }
    }
    expect(toldOf({ duty: 'handling', to: 'petugas' as StaffId }, { guard }, members)).toEqual([])
  })

  it('is told of to its steward, whatever their roles', () => {
    const steward = person('pengawas', ['internal_auditor'])
    const told = toldOf({ duty: 'approval' }, { guard: { marks: [mark], steward: steward.id } }, [steward])
    expect(told).toEqual(['pengawas'])
  })
})

describe('what the reporter writes', () => {
  it('is told to who handles the case, and before there is one to verifiers', () => {
    expect(toldOf({ duty: 'handling' }, { handler: 'petugas' as StaffId })).toEqual(['petugas'])
    expect(toldOf({ duty: 'handling' })).toEqual(['verifikator'])
  })

  it('does not get lost with a handler who left the unit', () => {
    expect(toldOf({ duty: 'handling' }, { handler: 'pensiunan' as StaffId })).toEqual(['verifikator'])
  })

  it('in objection is told to a head other than the one who answered', () => {
    const heads = [...office, person('wakil', ['unit_head'])]
    expect(toldOf({ duty: 'approval' }, { answeredBy: 'kepala' as StaffId }, heads)).toEqual(['wakil'])
    expect(toldOf({ duty: 'approval' }, { answeredBy: 'kepala' as StaffId })).toEqual(['kepala'])
  })
})

describe('while somebody is away', () => {
  const awayUntil = '2026-11-30T00:00:00.000Z' as Instant
  const absent = (id: string) => office.map((one) => (one.id === id ? { ...one, awayUntil } : one))

  it('their cases are told of to their deputy, and without one to verifiers', () => {
    const handled = { handler: 'petugas' as StaffId }
    const deputized = absent('petugas').map((one) =>
      one.id === 'kustodian' ? { ...one, standsInFor: ['petugas' as StaffId] } : one,
    )
    expect(toldOf({ duty: 'handling' }, handled, deputized)).toEqual(['kustodian'])
    expect(toldOf({ duty: 'handling', to: 'petugas' as StaffId }, handled, deputized)).toEqual(['kustodian'])
    expect(toldOf({ duty: 'handling' }, handled, absent('petugas'))).toEqual(['verifikator'])
  })

  it('what nobody else can do is still told to them', () => {
    expect(toldOf({ duty: 'custody' }, {}, absent('kustodian'))).toEqual(['kustodian'])
  })
})

describe('an objection to the only head’s answer', () => {
  it('is told to the Inspektorat, but an answer that waits for approval is not', () => {
    const members = [...office, person('inspektorat', ['internal_auditor'])]
    const answered = { answeredBy: 'kepala' as StaffId }
    expect(toldOf({ duty: 'approval' }, answered, members)).toEqual(['inspektorat'])
    expect(toldOf({ kind: 'approval_waits', duty: 'approval' }, answered, members)).toEqual(['kepala'])
  })
})

describe('a date that has passed', () => {
  it('is told to the head besides who should have acted', () => {
    expect(toldOf({ kind: 'clock_over', duty: 'handling' }, { handler: 'petugas' as StaffId })).toEqual([
      'petugas',
      'kepala',
    ])
    expect(toldOf({ kind: 'clock_over', duty: 'verification' })).toEqual(['verifikator', 'kepala'])
    expect(toldOf({ kind: 'clock_near', duty: 'verification' })).toEqual(['verifikator'])
  })
})

describe('a date that passed long ago', () => {
  const above = ['sekda', 'inspektorat']
  const members = [...office, person('sekda', ['unit_head']), person('inspektorat', ['internal_auditor'])]
  const escalated = { kind: 'clock_escalated', duty: 'handling' } as const

  it('is told to who stands above the head and sees the case, and to nobody else', () => {
    const details = { handler: 'petugas' as StaffId }
    expect(toldOf(escalated, details, members, ['sekda'])).toEqual(['sekda'])
    expect(toldOf(escalated, details, members, ['pengamat', 'admin'])).toEqual([])
    expect(toldOf(escalated, details, members, [])).toEqual([])
  })

  it('is not told to a superior from whom the case is kept', () => {
    const guard = { marks: [mark], steward: null }
    const kept = members.map((one) => (one.id === 'sekda' ? { ...one, guardMarks: new Set([mark]) } : one))
    expect(toldOf(escalated, { guard }, kept, above)).toEqual(['inspektorat'])
  })
})
