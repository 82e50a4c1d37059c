import { describe, expect } from 'vitest'
import { permissionsFor } from '../../service/offices/staff/permissions.ts'
import { type Role, roles } from '../../service/offices/vocabulary.ts'
import { itInEach } from '../support/in-each.ts'
import { nowhere } from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { isLetIn, preparedSuite, rowsOf } from '../support/isolation-walk.ts'

const suite = preparedSuite()
const { told } = suite

const notTheirs = ['intake_officer', 'verifier', 'case_handler', 'unit_head', 'identity_custodian'] as const

/** What offices learn is closed to a role, whatever an operation declares. */
const closed: readonly (readonly [operation: string, ...to: readonly Role[]])[] = [
  ['GET /tenants/{tenant}/log', 'intake_officer', 'case_handler'],
  ['GET /tenants/{tenant}/cases', 'tenant_admin'],
  ['GET /tenants/{tenant}/cases/{number}/print.pdf', 'tenant_admin'],
  ['GET /tenants/{tenant}/cases/{number}/evidence/{id}', 'tenant_admin'],
  ['GET /tenants/{tenant}/work', 'tenant_admin'],
  ['GET /tenants/{tenant}/incidents', 'verifier'],
  ['POST /tenants/{tenant}/embed/check', 'intake_officer', 'case_handler'],
  ['GET /tenants/{tenant}/embed/sightings', 'intake_officer', 'case_handler'],
  ['GET /tenants/{tenant}/settings/history', 'intake_officer', 'case_handler'],
  ['GET /tenants/{tenant}/settings', ...notTheirs],
  ['PUT /tenants/{tenant}/settings', ...notTheirs],
  ['GET /tenants/{tenant}/staff', ...notTheirs],
  ['POST /tenants/{tenant}/staff', ...notTheirs],
  ['GET /tenants/{tenant}/staff/roles', ...notTheirs],
  ['POST /tenants/{tenant}/unit-roles', 'internal_auditor', 'verifier', 'unit_head', 'identity_custodian'],
  ['GET /tenants/{tenant}/wording', ...notTheirs],
  ['PUT /tenants/{tenant}/wording/{id}', ...notTheirs],
  ['PUT /tenants/{tenant}/wording-level', ...notTheirs],
]

describe('a role', () => {
  itInEach(
    rowsOf('staff'),
    'that lacks the permission hears the same of what is there and of what is not',
    async (name) => {
      const needed = isolationRows[name]!.needs ?? suite.operations.get(name)!.permissions
      const letIn: Role[] = []
      const lacking = roles.filter((role) => !needed.some((permission) => permissionsFor([role]).has(permission)))
      // What is missing is compared for one of those who lack it, another with each operation.
      const compared = lacking[name.length % lacking.length]
      for (const role of roles) {
        const { headers } = suite.office.single[role]
        if (!lacking.includes(role)) {
          if (isLetIn(await told(name, headers))) letIn.push(role)
          continue
        }
        const refused = await told(name, headers)
        expect([role, refused]).toMatchObject([role, { status: 403, code: 'staff/not-permitted' }])
        if (role === compared) expect([role, await told(name, headers, nowhere)]).toEqual([role, refused])
      }
      const holders = roles.filter((role) => !lacking.includes(role))
      expect(letIn, 'who holds what forStaff(…) declares is let in').toEqual(holders)
      expect(holders).not.toEqual([])
    },
  )

  itInEach(rowsOf('member'), 'is refused nothing that every member may', async (name) => {
    for (const role of roles)
      expect([role, isLetIn(await told(name, suite.office.single[role].headers))]).toEqual([role, true])
  })

  itInEach(closed, 'is refused what is closed to it', async ([name, ...to]) => {
    for (const role of to) {
      const refused = await told(name, suite.office.single[role].headers)
      expect([role, refused]).toMatchObject([role, { status: 403, code: 'staff/not-permitted' }])
    }
  })
})
