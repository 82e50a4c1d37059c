import { createRoute } from '@hono/zod-openapi'
import { rolesView } from '../../contract/roles-view.ts'
import { grantRules } from '../../offices/staff/grant-rules.ts'
import { canBeLimited, permissions, permissionsOf } from '../../offices/staff/permissions.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import { roles } from '../../offices/vocabulary.ts'
import { answers, forStaff, newApi, tenantParam } from '../openapi.ts'
import { viewWordings } from '../wording/view-wording.ts'

const show = createRoute({
  method: 'get',
  path: '/',
  summary: 'What each role may do',
  ...forStaff('staff.manage'),
  request: { params: tenantParam },
  responses: answers(200, rolesView, 'All roles and all permissions'),
})

export function roleRoutes() {
  return newApi().openapi(show, (c) => {
    requirePermission(c.get('staff'), 'staff.manage')
    const { labels } = viewWordings[c.get('language')]
    return c.json(
      {
        permissions: permissions.map((permission) => ({ permission, label: labels.permission[permission] })),
        roles: roles.map((role) => ({
          role,
          label: labels.role[role],
          permissions: [...permissionsOf[role]],
          canBeLimited: canBeLimited(role),
          toOneself: grantRules[role].toOneself,
          byTwo: grantRules[role].byTwo,
        })),
      },
      200,
    )
  })
}
