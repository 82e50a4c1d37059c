import { describe, expect, it } from 'vitest'
import {
  absenceOf,
  type Membership,
  type RolePermission,
  type UnitRole,
} from '../../../service/offices/staff/account.ts'
import { decidePlace, placeIn, ruleOfPermissions } from '../../../service/offices/staff/grant-rules.ts'
import { mixesIn, type Permission, permissionsOf } from '../../../service/offices/staff/permissions.ts'
import {
  givenWith,
  grantsOf,
  heldFrom,
  isHead,
  isInspector,
  isOnlyAbove,
  listSuperiorsOfHeads,
  postsOf,
  rightsOf,
  rolesInLog,
  substituteFor,
  superiorsOf,
  withWhomTheySupervise,
} from '../../../service/offices/staff/posts.ts'
import { type Role, roles } from '../../../service/offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aMembership, atWork, away } from '../../support/a-small-unit.ts'
import { refusalOf } from '../../support/refused.ts'

const lastYear = plusMilliseconds(mondayAtTen, -300 * DAY)
const put = (permission: Permission, by = 'admin', since: Instant = lastYear): RolePermission => ({
  ...{ permission, since, by: by as StaffId },
})
const aRole = (...permissions: readonly RolePermission[]): UnitRole => ({
  ...{ id: 'arsip', name: { id: 'Petugas arsip', en: '' }, permissions },
})
const holding = (id: string, role: UnitRole, more: Partial<Membership> = {}): Membership =>
  aMembership(id, [], {
    unitRoles: heldFrom([], [{ id: role.id, categories: null }], { made: [role], now: lastYear, byOneself: false }),
    madeRoles: [role],
    ...more,
  })
const may = (member: Membership) => grantsOf(member).map(({ permission }) => permission)
const withRole = (member: Membership, role: UnitRole): Membership => ({ ...member, madeRoles: [role] })

describe('a role of the unit’s own', () => {
  it('gives what is in it, from the moment at which it came into it', () => {
    const member = holding('budi', aRole(put('cases.read'), put('approvals.decide', 'admin', mondayAtTen)))
    const { permissions, heldSince } = rightsOf(postsOf(member, [member], mondayAtTen))
    expect([...permissions]).toEqual(['cases.read', 'approvals.decide'])
    expect(heldSince.get('approvals.decide')).toBe(mondayAtTen)
  })

  it('is limited to categories as the roles of the service are', () => {
    const role = aRole(put('cases.read'))
    const held = [{ id: 'arsip', categories: ['illegal_levy'], since: lastYear, given: {} }]
    const member = aMembership('budi', [], { unitRoles: held, madeRoles: [role] })
    expect([...(rightsOf(postsOf(member, [member], mondayAtTen)).limits.get('cases.read') ?? [])]).toEqual([
      'illegal_levy',
    ])
  })

  it('gives nothing once it is gone', () => {
    expect(may({ ...holding('budi', aRole(put('cases.read'))), madeRoles: [] })).toEqual([])
  })

  it('follows its changes for all who hold it, but for who changed it', () => {
    const before = aRole(put('reports.read'))
    const after = aRole(put('reports.read'), put('cases.read', 'ani', mondayAtTen))
    expect(may(withRole(holding('budi', before), after))).toContain('cases.read')
    expect(may(withRole(holding('ani', before), after))).toEqual(['reports.read'])
  })

  it('gives who widened it the rest once somebody else gives it to them', () => {
    const after = aRole(put('reports.read', 'ani'), put('cases.read', 'ani', mondayAtTen))
    expect(may(holding('ani', after))).toEqual(['reports.read', 'cases.read'])
  })

  it('gives what takes two persons to nobody by a change, and not to a deputy', () => {
    const custody = put('identity.open_confidential', 'admin', mondayAtTen)
    const before = aRole(put('cases.read'))
    const after = aRole(put('cases.read'), custody)
    expect(may(withRole(holding('budi', before), after))).toEqual(['cases.read'])
    expect(may(holding('budi', after))).toEqual(['cases.read'])
    const byTwo = [{ id: 'arsip', categories: null, since: mondayAtTen, given: givenWith(after) }]
    const custodian = aMembership('eko', [], { unitRoles: byTwo, madeRoles: [after], absences: [away('budi')] })
    expect(may(custodian)).toContain('identity.open_confidential')
    const deputy = aMembership('budi', [])
    const { permissions } = rightsOf(postsOf(deputy, [custodian, deputy], mondayAtTen))
    expect([...permissions]).toEqual(['cases.read'])
  })

  it('does not come to a deputy with what they put into it themselves', () => {
    const role = aRole(put('reports.read'), put('cases.read', 'budi', mondayAtTen))
    const absent = { ...holding('eko', aRole(put('reports.read'))), madeRoles: [role], absences: [away('budi')] }
    const deputy = aMembership('budi', [])
    expect([...rightsOf(postsOf(deputy, [absent, deputy], mondayAtTen)).permissions]).toEqual(['reports.read'])
  })

  it('stands in the log by its name', () => {
    const member = { ...holding('budi', aRole(put('cases.read'))), roles: ['observer'] as const }
    expect(rolesInLog(member)).toBe('observer "Petugas arsip"')
  })
})

describe('how strictly it is given', () => {
  it('follows from the roles of the service', () => {
    expect(ruleOfPermissions(['identity.open_confidential', 'cases.read'])).toMatchObject({ byTwo: true })
    expect(ruleOfPermissions(['cases.read'])).toEqual({ toOneself: false, byTwo: false, isTold: true })
    expect(ruleOfPermissions(['tenant.configure'])).toEqual({ toOneself: true, byTwo: false, isTold: true })
  })

  it.each(roles)('is no laxer than %s for all that this role may do', (role) => {
    const rule = ruleOfPermissions(permissionsOf[role])
    const had = { name: 'Ani', position: 'Admin', roles: [], limits: {}, unitRoles: [], reportsTo: null }
    const asRole = () => decidePlace(had, { ...had, roles: [role] }, true)
    const asOwn = aRole(...permissionsOf[role].map((permission) => put(permission)))
    const give = () => decidePlace(had, { ...had, unitRoles: [{ id: 'arsip', categories: null }] }, true, [asOwn])
    const isRefused = (act: () => unknown) => {
      try {
        return act() === undefined
      } catch {
        return true
      }
    }
    if (isRefused(asRole)) expect(refusalOf(give)).toBe('staff/own-role')
    expect(decidePlace(had, { ...had, roles: [role] }, false).asked.length > 0).toBe(rule.byTwo)
  })

  it('keeps a role that waits for a second person away until then', () => {
    const role = aRole(put('identity.open_confidential'))
    const member = aMembership('budi', ['observer'])
    const wanted = { ...placeIn(member), unitRoles: [{ id: 'arsip', categories: null }] }
    const { now, unitAsked, unitGranted } = decidePlace(placeIn(member), wanted, false, [role])
    expect([now.unitRoles, unitAsked, unitGranted]).toEqual([[], [role], []])
  })

  it('keeps wider categories from who asks for them themselves', () => {
    const role = aRole(put('cases.read'))
    const held = [{ id: 'arsip', categories: ['illegal_levy'], since: lastYear, given: givenWith(role) }]
    const member = aMembership('ani', ['tenant_admin'], { unitRoles: held, madeRoles: [role] })
    const wider = { ...placeIn(member), unitRoles: [{ id: 'arsip', categories: null }] }
    expect(refusalOf(() => decidePlace(placeIn(member), wider, true, [role]))).toBe('staff/own-role')
  })
})

describe('where somebody with only such a role stands', () => {
  const secretary = holding('sekretaris', aRole(put('cases.read'), put('cases.approve')))
  const inspector = holding('inspektur', aRole(put('cases.read'), put('objections.decide')))
  const clerk = holding('arsip', aRole(put('cases.read')))

  it('who signs answers is a head, and nobody else', () => {
    expect([secretary, inspector, clerk].map(isHead)).toEqual([true, false, false])
    expect(superiorsOf('arsip', [secretary, inspector, clerk])).toEqual(['sekretaris'])
    expect(superiorsOf('inspektur', [secretary, inspector, clerk])).toEqual([])
  })

  it('who decides objections stands above the unit, unless they work in it', () => {
    const both = holding('dua', aRole(put('cases.read'), put('objections.decide'), put('cases.verify')))
    expect([secretary, inspector, clerk, both].map(isInspector)).toEqual([false, true, false, true])
    expect([secretary, inspector, clerk, both].map(isOnlyAbove)).toEqual([false, true, false, false])
  })
})

describe('the separation of duties', () => {
  it.each(roles)('is kept by %s', (role) => expect(mixesIn(permissionsOf[role])).toEqual([]))

  it.each([
    [['staff.manage', 'cases.read'], 'staff_and_cases'],
    [['cases.read', 'identity.open_confidential', 'cases.handle'], 'identities_and_work'],
    [['cases.read', 'objections.decide', 'cases.approve'], 'objections_and_answers'],
    [['cases.read', 'letters.post_confidential', 'cases.verify'], 'addresses_and_work'],
    [['cases.verify'], 'without_reading'],
  ] as const)('is broken by %s together', (permissions, mix) => expect(mixesIn(permissions)).toEqual([mix]))
})

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

const person = (id: string, role: Role, reportsTo: string | null = null) => ({ id, roles: [role], reportsTo })

const office = [
  person('kepala', 'unit_head'),
  person('kasubag', 'verifier'),
  person('petugas', 'case_handler', 'kasubag'),
  person('inspektur', 'internal_auditor'),
  person('auditor', 'internal_auditor', 'inspektur'),
]

describe('who stands above somebody', () => {
  it('is whom the unit named, then those above them, nearest first', () => {
    expect(superiorsOf('petugas', office)).toEqual(['kasubag', 'kepala'])
    expect(superiorsOf('auditor', office)).toEqual(['inspektur'])
  })

  it('is the head where nobody was named, and nobody for the head and the Inspektorat', () => {
    expect(superiorsOf('kasubag', office)).toEqual(['kepala'])
    expect(superiorsOf('kepala', office)).toEqual([])
    expect(superiorsOf('inspektur', office)).toEqual([])
  })

  it('is each head where a unit has two', () => {
    const two = [...office, person('wakil', 'unit_head')]
    expect(superiorsOf('kasubag', two)).toEqual(['kepala', 'wakil'])
  })

  it('ends where the chain runs in a circle, or to somebody who has left', () => {
    const circle = [person('a', 'verifier', 'b'), person('b', 'verifier', 'a')]
    expect(superiorsOf('a', circle)).toEqual(['b'])
    expect(superiorsOf('a', [person('a', 'verifier', 'sudah-pindah')])).toEqual([])
  })
})

describe('with whom they supervise', () => {
  it('a head is everybody but the Inspektorat; a handler is alone', () => {
    expect(withWhomTheySupervise(['kepala'], office)).toEqual(['kepala', 'kasubag', 'petugas'])
    expect(withWhomTheySupervise(['kasubag'], office)).toEqual(['kasubag', 'petugas'])
    expect(withWhomTheySupervise(['petugas'], office)).toEqual(['petugas'])
  })
})

describe('who stands above the unit’s heads', () => {
  it('is whom a head reports to, and those above them', () => {
    const named = [
      person('kepala', 'unit_head', 'asisten'),
      person('asisten', 'observer', 'sekda'),
      person('sekda', 'observer'),
      ...office.slice(1),
    ]
    expect(listSuperiorsOfHeads(named)).toEqual(['asisten', 'sekda'])
  })

  it('is the Inspektorat where no head reports to anybody, and nobody where there is none', () => {
    expect(listSuperiorsOfHeads(office)).toEqual(['inspektur', 'auditor'])
    expect(listSuperiorsOfHeads(office.slice(0, 3))).toEqual([])
  })
})
