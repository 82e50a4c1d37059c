import type { RolesView } from '../../../service/contract/roles-view.ts'
import type { InvitedStaffView, StaffMemberView } from '../../../service/contract/session.ts'
import type { ChangeStaff, Role } from '../../api/wire.ts'
import { markOwnName } from '../../page/own-words.ts'
import { unitRolesWording } from '../../wording/unit-roles-wording.ts'
import type { Language, Wording } from '../../wording/wording.ts'

/** A role that can be given: of the service, or of the unit's own. */
export interface RoleChoice {
  /** A code of the service's, or the id of the unit's own. */
  readonly key: string
  readonly label: string
  /** Where it is not that of the page. */
  readonly lang?: Language | undefined
  readonly hint: string
  readonly permissions: readonly string[]
  readonly canBeLimited: boolean
  readonly toOneself: boolean
  readonly byTwo: boolean
}

/** The roles that somebody holds by their keys. A role without categories here holds in all of them. */
export interface HeldRoles {
  readonly keys: readonly string[]
  readonly limits: Readonly<Record<string, readonly string[]>>
}

type RoleName = { readonly id: string; readonly en: string }

export const nameIn = (name: RoleName, language: Language): string => name[language] || name.id

/** The language of that name, where it is not the one that was asked for. */
export const languageOf = (name: RoleName, language: Language): Language | undefined =>
  name[language] ? undefined : 'id'

/** The same in a sentence that `sayOwn` shows. */
export const markRoleName = (name: RoleName, language: Language): string =>
  languageOf(name, language) ? markOwnName(name.id) : nameIn(name, language)

export const choicesIn = ({ roles, unit }: RolesView, wording: Wording): readonly RoleChoice[] => [
  ...roles.map(({ role, ...rest }) => ({
    ...rest,
    ...{ key: role, label: wording.vocabulary.roles[role], hint: wording.vocabulary.roleMeanings[role] },
  })),
  ...unit.roles.map(({ id, name, ...rest }) => ({
    ...rest,
    ...{ key: id, label: nameIn(name, wording.language), lang: languageOf(name, wording.language) },
    ...{ hint: unitRolesWording(wording).own },
  })),
]

export const heldBy = ({ roles, limits, unitRoles = [] }: StaffMemberView): HeldRoles => ({
  keys: [...roles, ...unitRoles.map(({ id }) => id)],
  limits: {
    ...limits,
    ...Object.fromEntries(unitRoles.flatMap(({ id, categories }) => (categories ? [[id, categories]] : []))),
  },
})

/** What a request says of them. */
export function rolesToSend(
  { keys, limits }: HeldRoles,
  table: RolesView,
): Pick<ChangeStaff, 'roles' | 'limits' | 'unitRoles'> {
  const roles: Role[] = table.roles.map(({ role }) => role).filter((role) => keys.includes(role))
  return {
    roles,
    limits: Object.fromEntries(roles.flatMap((role) => (limits[role] ? [[role, [...limits[role]]]] : []))),
    unitRoles: table.unit.roles
      .filter(({ id }) => keys.includes(id))
      .map(({ id }) => ({ id, categories: limits[id] ? [...limits[id]] : null })),
  }
}

/** Names of roles that wait for a second person; empty if none does. */
export const waitingRoles = (
  { asked, unitAsked = [] }: Pick<InvitedStaffView, 'asked' | 'unitAsked'>,
  { vocabulary, language }: Wording,
): string =>
  [...asked.map((role) => vocabulary.roles[role]), ...unitAsked.map((name) => nameIn(name, language))].join(', ')
