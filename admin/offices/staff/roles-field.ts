import { html, nothing, type TemplateResult } from 'lit'
import type { RolesView } from '../../../service/contract/roles-view.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { checksField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { isTicked } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'
import { choicesIn, type HeldRoles, type RoleChoice } from './role-choices.ts'

interface RolesField {
  readonly held: HeldRoles
  readonly table: RolesView
  readonly categories: TenantView['categories']
  readonly wording: Wording
  readonly errors: FieldErrors
  /** The roles that the person has now. */
  readonly before: readonly string[]
  /** The person is who is asking: what nobody gives to themself is closed. */
  readonly isOneself: boolean
  readonly changed: (held: HeldRoles) => void
}

const limitField = (key: string): string => `limits.${key}`

/** Roles that are to be limited, but to nothing yet, each with the sentence to show. */
export const emptyLimits = ({ limits }: HeldRoles, sentence: string): FieldErrors =>
  Object.fromEntries(
    Object.entries(limits).flatMap(([key, categories]) =>
      categories.length === 0 ? [[limitField(key), sentence]] : [],
    ),
  )

const without = (limits: HeldRoles['limits'], key: string): HeldRoles['limits'] =>
  Object.fromEntries(Object.entries(limits).filter(([one]) => one !== key))

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
  const { staff } = wording
  const chosen = (keys: string[]) => {
    const limits = Object.entries(held.limits).filter(([key]) => keys.includes(key))
    changed({ keys, limits: Object.fromEntries(limits) })
  }
  const limited = (key: string, isLimited: boolean) =>
    changed({ ...held, limits: { ...without(held.limits, key), ...(isLimited ? { [key]: [] } : {}) } })

  const limitOf = ({ key, label }: RoleChoice) => {
    const limit = held.limits[key]
    return html`<div class="limit">
      <label class="choice">
        <input type="checkbox" .checked=${limit !== undefined}
          @change=${(event: Event) => limited(key, isTicked(event))}>
        <span>${staff.limit}<span class="unseen"> (${label})</span></span>
      </label>
      ${
        limit === undefined
          ? nothing
          : checksField({
              name: limitField(key),
              label: staff.categoriesOf(label),
              values: limit,
              error: errors[limitField(key)],
              options: categories.map(({ code, label }) => ({ value: code, label })),
              chosen: (values) => changed({ ...held, limits: { ...held.limits, [key]: values } }),
            })
      }
    </div>`
  }

  return checksField({
    name: 'roles',
    label: staff.roles,
    values: held.keys,
    error: errors.roles,
    chosen,
    options: choicesIn(table, wording).map((choice) => {
      const { key, label, hint, canBeLimited, toOneself, byTwo } = choice
      const isNew = !before.includes(key)
      return {
        ...{ value: key, label },
        hint: [
          hint,
          isOneself && !toOneself && isNew && staff.notToOneself,
          byTwo && !isOneself && isNew && staff.takesTwo,
        ]
          .filter(Boolean)
          .join(' '),
        isClosed: isOneself && !toOneself && isNew,
        more: canBeLimited && held.keys.includes(key) ? limitOf(choice) : undefined,
      }
    }),
  })
}
