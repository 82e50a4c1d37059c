import { describe, expect, it } from 'vitest'
import { permissionsFor, permissionsOf, requirePermission } from '../../../service/offices/staff/permissions.ts'
import { staffWith } from '../../support/a-desk.ts'
import { refusalOf } from '../../support/refused.ts'

describe('what a role includes', () => {
  it('is the union of all roles that a person has', () => {
    const both = permissionsFor(['intake_officer', 'case_handler'])
    for (const permission of ['cases.read', 'cases.enter', 'cases.handle'] as const) expect(both).toContain(permission)
    expect(both).not.toContain('cases.approve')
    expect(permissionsFor([]).size).toBe(0)
  })

  it('keeps apart who configures a unit and who reads its cases', () => {
    expect(permissionsOf.tenant_admin.filter((permission) => /^(cases|identity)\./.test(permission))).toEqual([])
    expect(permissionsOf.observer).not.toContain('cases.read')
  })

  it('lets only the custodian open what was told in confidence', () => {
    const able = Object.entries(permissionsOf)
      .filter(([, permissions]) => (permissions as readonly string[]).includes('identity.open_confidential'))
      .map(([role]) => role)
    expect(able).toEqual(['identity_custodian'])
  })

  it('lets nobody but the head approve an answer', () => {
    const able = Object.entries(permissionsOf)
      .filter(([, permissions]) => (permissions as readonly string[]).includes('cases.approve'))
      .map(([role]) => role)
    expect(able).toEqual(['unit_head'])
  })

  it('is asked for before anything else', () => {
    requirePermission(staffWith(['verifier']), 'cases.verify')
    expect(refusalOf(() => requirePermission(staffWith(['observer']), 'cases.verify'))).toBe('staff/not-permitted')
  })
})
