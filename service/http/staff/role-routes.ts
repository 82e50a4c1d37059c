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
  type UnitRolePorts,
  weighUnitRole,
} from '../../keeping/accounts/unit-roles.ts'
import type { UnitRoles } from '../../offices/staff/account.ts'
import { ruleOfPermissions } from '../../offices/staff/grant-rules.ts'
import { mixesIn } from '../../offices/staff/permissions.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { viewOfRoles } from '../views/role-view.ts'

const managing = forStaff('staff.manage')
const roleParams = tenantParam.extend({ id: z.string().max(100) })

const show = route.get('/staff/roles', {
  summary: 'What each role may do, those of the unit’s own included',
  ...managing,
  request: { params: tenantParam },
  responses: answers(200, rolesView, 'All roles and all permissions'),
})
const make = route.post('/unit-roles', {
  summary: 'Make a role of the unit’s own',
  ...managing,
  request: { params: tenantParam, ...jsonBody(writeSchema) },
  responses: answers(201, rolesView, 'It can be given'),
})
const weigh = route.post('/unit-role-weights', {
  summary: 'What follows from a role of the unit’s own before it is saved; nothing changes',
  ...managing,
  request: { params: tenantParam, ...jsonBody(weighSchema) },
  responses: answers(200, unitRoleWeight, 'What it mixes, and what would be left open'),
})
const change = route.put('/unit-roles/{id}', {
  summary: 'Change a role of the unit’s own',
  ...managing,
  request: { params: roleParams, ...jsonBody(writeSchema) },
  responses: answers(200, rolesView, 'It holds at once for all who have it'),
})
const remove = route.delete('/unit-roles/{id}', {
  summary: 'Remove a role of the unit’s own that nobody holds',
  ...managing,
  request: { params: roleParams },
  responses: answers(200, rolesView, 'Removed'),
})

export function roleRoutes(ports: UnitRolePorts) {
  async function shown(c: Context<AppEnv>, made: UnitRoles) {
    const members = await ports.staff.members(c.get('staff').tenant)
    return viewOfRoles(made, members, viewWordings[c.get('language')])
  }

  const api = newApi()
  api.openapi(show, async (c) => c.json(await shown(c, await readUnitRoles(ports, c.get('staff'))), 200))
  api.openapi(make, async (c) => {
    const { version, ...written } = c.req.valid('json')
    return c.json(await shown(c, await makeUnitRole(ports, c.get('staff'), version, written)), 201)
  })
  api.openapi(weigh, async (c) => {
    const { id, permissions: wanted } = c.req.valid('json')
    const known = knownPermissions(wanted)
    const { leavesOpen, holders } = await weighUnitRole(ports, c.get('staff'), id, known)
    return c.json(
      {
        ...{ mixes: mixesIn(known), leavesOpen, holders },
        byTwo: ruleOfPermissions(known).byTwo,
      },
      200,
    )
  })
  api.openapi(change, async (c) =>
    c.json(
      await shown(c, await changeUnitRole(ports, c.get('staff'), c.req.valid('param').id, c.req.valid('json'))),
      200,
    ),
  )
  api.openapi(remove, async (c) =>
    c.json(await shown(c, await removeUnitRole(ports, c.get('staff'), c.req.valid('param').id)), 200),
  )
  return api
}
