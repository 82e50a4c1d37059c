import { html, nothing, type TemplateResult } from 'lit'
import type { RolesView } from '../../../service/contract/roles-view.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Role, RoleLimits } from '../../api/wire.ts'
import { checksField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { isTicked } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'

/** The roles that somebody holds. A role without categories here holds in all of them. */
export interface HeldRoles {
  readonly roles: readonly Role[]
  readonly limits: RoleLimits
}

interface RolesField {
  readonly held: HeldRoles
  readonly table: RolesView
  readonly categories: TenantView['categories']
  readonly wording: Wording
  readonly errors: FieldErrors
  /** The roles that the person has now. */
  readonly before: readonly Role[]
  /** The person is who is asking: what nobody gives to themself is closed. */
  readonly isOneself: boolean
  readonly changed: (held: HeldRoles) => void
}

export const limitField = (role: Role): string => `limits.${role}`

/** Roles that are to be limited, but to nothing yet, each with the sentence to show. */
export const emptyLimits = ({ limits }: HeldRoles, sentence: string): FieldErrors =>
  Object.fromEntries(
    Object.entries(limits).flatMap(([role, categories]) =>
      categories.length === 0 ? [[limitField(role as Role), sentence]] : [],
    ),
  )

const without = (limits: RoleLimits, role: Role): RoleLimits =>
  Object.fromEntries(Object.entries(limits).filter(([one]) => one !== role))

/** The roles to choose from, each saying what it may do; a chosen one can be limited to categories. */
export function rolesField({
  held,
  table,
  categories,
  wording,
  errors,
  before,
  isOneself,
  changed,
}: RolesField): TemplateResult {
  const { staff, vocabulary } = wording
  const chosen = (values: string[]) => {
    const roles = values as Role[]
    const limits = Object.entries(held.limits).filter(([role]) => values.includes(role))
    changed({ roles, limits: Object.fromEntries(limits) })
  }
  const limited = (role: Role, isLimited: boolean) =>
    changed({ ...held, limits: { ...without(held.limits, role), ...(isLimited ? { [role]: [] } : {}) } })

  const limitOf = (role: Role) => {
    const limit = held.limits[role]
    const label = vocabulary.roles[role]
    return html`<div class="limit">
      <label class="choice">
        <input type="checkbox" .checked=${limit !== undefined}
          @change=${(event: Event) => limited(role, isTicked(event))}>
        <span>${staff.limit}<span class="unseen"> (${label})</span></span>
      </label>
      ${
        limit === undefined
          ? nothing
          : checksField({
              name: limitField(role),
              label: staff.categoriesOf(label),
              values: limit,
              error: errors[limitField(role)],
              options: categories.map(({ code, label }) => ({ value: code, label })),
              chosen: (values) => changed({ ...held, limits: { ...held.limits, [role]: values } }),
            })
      }
    </div>`
  }

  return checksField({
    name: 'roles',
    label: staff.roles,
    values: held.roles,
    error: errors.roles,
    chosen,
    options: table.roles.map(({ role, canBeLimited, toOneself, byTwo }) => ({
      value: role,
      label: vocabulary.roles[role],
      hint: [
        vocabulary.roleMeanings[role],
        isOneself && !toOneself && !before.includes(role) && staff.notToOneself,
        byTwo && !isOneself && !before.includes(role) && staff.takesTwo,
      ]
        .filter(Boolean)
        .join(' '),
      isClosed: isOneself && !toOneself && !before.includes(role),
      more: canBeLimited && held.roles.includes(role) ? limitOf(role) : undefined,
    })),
  })
}
