import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { RolesView } from '../../../service/contract/roles-view.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { MediaMatch } from '../../ui/media-match.ts'
import { languageOf, nameIn } from './role-choices.ts'

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
