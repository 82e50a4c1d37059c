import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { InvitedStaffView, StaffMemberView } from '../../../service/contract/account.ts'
import type { RolesView } from '../../../service/contract/staff.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { ChangeStaff, Role } from '../../api/wire.ts'
import { markOwnName } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import unitRolesWording from '../../texts/unit-roles.json'
import { checksField } from '../../ui/field.ts'
import { type FieldErrors, isTicked } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { MediaMatch } from '../../ui/media-match.ts'
import type { Language, Wording } from '../../wording/wording.ts'

export interface RoleChoice {
  /** A code of the service's, or the id of the unit's own. */
  readonly key: string
  readonly label: string
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

export const languageOf = (name: RoleName, language: Language): Language | undefined =>
  name[language] ? undefined : 'id'

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

export const waitingRoles = (
  { asked, unitAsked = [] }: Pick<InvitedStaffView, 'asked' | 'unitAsked'>,
  { vocabulary, language }: Wording,
): string =>
  [...asked.map((role) => vocabulary.roles[role]), ...unitAsked.map((name) => nameIn(name, language))].join(', ')

interface RolesField {
  readonly held: HeldRoles
  readonly table: RolesView
  readonly categories: TenantView['categories']
  readonly wording: Wording
  readonly errors: FieldErrors
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
              label: staff.categoriesOf({ role: label }),
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

/** Shows which role may do what: as a table on a wide screen, as a list by role on a narrow one. */
@customElement('role-matrix')
export class RoleMatrix extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--size-small);
      }
      th {
        padding: 8px 4px;
        font-weight: 600;
        text-align: start;
      }
      thead th {
        color: var(--ink-soft);
        text-align: center;
        vertical-align: bottom;
        inline-size: 8.8%;
      }
      tbody th {
        padding-inline-start: 0;
        font-weight: 400;
      }
      tbody tr {
        border-block-start: 1px solid var(--line);
      }
      td {
        text-align: center;
      }
      .icon {
        color: var(--accent);
      }
      .roles {
        display: grid;
        gap: 4px;
      }
      summary {
        padding-block: 10px;
        font-weight: 600;
        cursor: pointer;
      }
      li {
        display: flex;
        gap: 8px;
        padding-block: 4px;
      }
    `,
  ]

  @property({ attribute: false }) table!: RolesView
  private readonly isWide = new MediaMatch(this, '(min-width: 1000px)')

  private get roles() {
    const own = this.table.unit.roles.map(({ name, ...rest }) => ({
      ...rest,
      label: nameIn(name, this.wording.language),
      lang: languageOf(name, this.wording.language),
    }))
    return [...this.table.roles.map((role) => ({ ...role, lang: undefined })), ...own]
  }

  override render() {
    const { staff } = this.wording
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading">${staff.matrix}</h2>
        <p class="soft">${staff.matrixText}</p>
      </div>
      ${this.isWide.holds ? this.renderTable() : this.renderLists()}
    </section>`
  }

  private renderTable() {
    const { staff } = this.wording
    const { permissions } = this.table
    const { roles } = this
    return html`<table aria-labelledby="heading">
      <thead>
        <tr>
          <td></td>
          ${roles.map(({ label, lang }) => html`<th scope="col" lang=${ifDefined(lang)}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${permissions.map(
          ({ permission, label }) => html`<tr>
            <th scope="row">${label}</th>
            ${roles.map((role) =>
              role.permissions.includes(permission)
                ? html`<td>${icons.check}<span class="unseen">${staff.may}</span></td>`
                : html`<td><span class="unseen">${staff.mayNot}</span></td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  private renderLists() {
    const { permissions } = this.table
    const { roles } = this
    return html`<div class="roles">
      ${roles.map(
        (role) => html`<details>
          <summary lang=${ifDefined(role.lang)}>${role.label}</summary>
          <ul class="plain">
            ${permissions
              .filter(({ permission }) => role.permissions.includes(permission))
              .map(({ label }) => html`<li>${icons.check}<span>${label}</span></li>`)}
          </ul>
        </details>`,
      )}
    </div>`
  }
}
