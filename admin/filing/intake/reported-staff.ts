import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { checksField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { intakeWording } from '../../wording/intake-wording.ts'
import type { Colleague } from './intake-draft.ts'

/**
 * Where an officer picks the colleagues whom a complaint is about, so that it is kept from them from the first moment.
 * @fires reported-staff-changed - `detail` is the colleagues who are picked now
 */
@customElement('reported-staff')
export class ReportedStaff extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      summary {
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
      .staff {
        max-block-size: 16em;
        margin-block-start: 8px;
        overflow-y: auto;
      }
      @media (pointer: coarse) {
        summary {
          padding-block: 10px;
        }
      }
    `,
  ]

  @property({ attribute: false }) chosen: readonly Colleague[] = []

  private readonly colleagues = this.load(async (tenant, signal) =>
    (await this.client.listColleagues(tenant, signal)).items.toSorted((one, other) =>
      one.name.localeCompare(other.name),
    ),
  )

  override render() {
    const { guard } = this.wording
    const intake = intakeWording(this.wording)
    return html`<details>
      <summary>${intake.reportedStaff}${this.chosen.length > 0 ? html` (${this.chosen.length})` : ''}</summary>
      ${this.renderLoaded(this.colleagues, (items) => this.renderPick(items), guard.loading)}
    </details>`
  }

  private renderPick(items: readonly Colleague[]) {
    const intake = intakeWording(this.wording)
    return html`<p class="hint">${intake.reportedStaffHint}</p>
      <div class="staff">${checksField({
        name: 'reportedStaff',
        label: intake.reportedStaffPick,
        values: this.chosen.map(({ id }) => id),
        options: items.map(({ id, name, position }) => ({ value: id, label: name, hint: position })),
        chosen: (values) => {
          const detail = items.filter(({ id }) => values.includes(id))
          this.dispatchEvent(new CustomEvent('reported-staff-changed', { detail }))
        },
      })}</div>`
  }
}
