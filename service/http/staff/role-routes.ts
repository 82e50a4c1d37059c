import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  rolesView,
  unitRoleWeight,
  weighUnitRole as weighSchema,
  writeUnitRole as writeSchema,
} from '../../contract/roles-view.ts'
import {
  changeUnitRole,
  knownPermissions,
  makeUnitRole,
  readUnitRoles,
  removeUnitRole,
  weighUnitRole,
} from '../../keeping/accounts/unit-roles.ts'
import type { UnitRoles } from '../../offices/staff/account.ts'
import { ruleOfPermissions } from '../../offices/staff/grant-rules.ts'
import { mixesIn } from '../../offices/staff/permissions.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { viewOfRoles } from '../views/role-view.ts'

async function shown(office: Office, c: Context<AppEnv>, made: UnitRoles) {
  const members = await office.staff.members(c.get('staff').tenant)
  return viewOfRoles(made, members, viewWordings[c.get('language')])
}

export const roleOperations = [
  op('GET /staff/roles', {
    summary: 'What each role may do, those of the unit’s own included',
    may: ['staff.manage'],
    answer: json(rolesView, 'All roles and all permissions'),
    does: async ({ office, staff, c }) => shown(office, c, await readUnitRoles(office, staff)),
  }),
  op('POST /unit-roles', {
    summary: 'Make a role of the unit’s own',
    may: ['staff.manage'],
    body: writeSchema,
    answer: created(rolesView, 'It can be given'),
    does: async ({ office, staff, body, c }) => {
      const { version, ...written } = body
      return shown(office, c, await makeUnitRole(office, staff, version, written))
    },
  }),
  op('POST /unit-role-weights', {
    summary: 'What follows from a role of the unit’s own before it is saved; nothing changes',
    may: ['staff.manage'],
    body: weighSchema,
    answer: json(unitRoleWeight, 'What it mixes, and what would be left open'),
    does: async ({ office, staff, body }) => {
      const { id, permissions: wanted } = body
      const known = knownPermissions(wanted)
      const { leavesOpen, holders } = await weighUnitRole(office, staff, id, known)
      return {
        ...{ mixes: mixesIn(known), leavesOpen, holders },
        byTwo: ruleOfPermissions(known).byTwo,
      }
    },
  }),
  op('PUT /unit-roles/{id}', {
    summary: 'Change a role of the unit’s own',
    may: ['staff.manage'],
    params: { id: z.string().max(100) },
    body: writeSchema,
    answer: json(rolesView, 'It holds at once for all who have it'),
    does: async ({ office, staff, params, body, c }) =>
      shown(office, c, await changeUnitRole(office, staff, params.id, body)),
  }),
  op('DELETE /unit-roles/{id}', {
    summary: 'Remove a role of the unit’s own that nobody holds',
    may: ['staff.manage'],
    params: { id: z.string().max(100) },
    answer: json(rolesView, 'Removed'),
    does: async ({ office, staff, params, c }) => shown(office, c, await removeUnitRole(office, staff, params.id)),
  }),
]
