import type { RolesView } from '../../contract/roles-view.ts'
import {
  type Membership,
  MOST_UNIT_ROLES,
  permissionsIn,
  type UnitRole,
  type UnitRoles,
} from '../../offices/staff/account.ts'
import { grantRules, ruleOfPermission, ruleOfUnitRole } from '../../offices/staff/grant-rules.ts'
import { canBeLimited, permissions, permissionsOf } from '../../offices/staff/permissions.ts'
import { roles } from '../../offices/vocabulary.ts'
import type { ViewWording } from '../view-wording.ts'

export function viewOfRoles(
  { version, roles: made, changes }: UnitRoles,
  members: readonly Membership[],
  { labels }: ViewWording,
): RolesView {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  const held = members.flatMap(({ unitRoles = [] }) => unitRoles.map(({ id }) => id))
  return {
    permissions: permissions.map((permission) => ({
      ...{ permission, label: labels.permission[permission] },
      ...(ruleOfPermission(permission).byTwo && { byTwo: true }),
    })),
    roles: roles.map((role) => ({
      ...{ role, label: labels.role[role], permissions: permissionsOf[role] },
      canBeLimited: canBeLimited(permissionsOf[role]),
      toOneself: grantRules[role].toOneself,
      byTwo: grantRules[role].byTwo,
    })),
    unit: {
      version,
      roles: made.map((role) => viewOfUnitRole(role, held.filter((id) => id === role.id).length)),
      most: MOST_UNIT_ROLES,
      changes: changes.map(({ by, added, dropped, ...line }) => ({
        ...line,
        ...{ by: names.get(by) ?? null, added, dropped },
      })),
    },
  }
}

function viewOfUnitRole(role: UnitRole, holders: number): RolesView['unit']['roles'][number] {
  const { toOneself, byTwo } = ruleOfUnitRole(role)
  const given = permissionsIn(role)
  return {
    id: role.id,
    name: role.name,
    permissions: given,
    canBeLimited: canBeLimited(given),
    toOneself,
    byTwo,
    holders,
  }
}
