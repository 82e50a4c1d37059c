import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import { clientContext, type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../page/explain.ts'
import { controls } from '../../ui/controls.ts'
import { checksField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { failedState, pendingState, states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { type Words, wordsContext } from '../../wording/wording.ts'
import type { Colleague } from './intake-draft.ts'

/**
 * Where an officer picks the colleagues whom a complaint is about, so that it is kept from them from the first moment.
 * @fires reported-staff-changed - `detail` is the colleagues who are picked now
 */
@customElement('reported-staff')
export class ReportedStaff extends LitElement {
  static override styles = [
    controls,
    surfaces,
    states,
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

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @state() private chosen: readonly string[] = []

  private readonly colleagues = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) =>
      (await this.client.listColleagues(tenant, signal)).items.sort((one, other) => one.name.localeCompare(other.name)),
  })

  override render() {
    const { intake, guard, common } = this.words
    return html`<details>
      <summary>${intake.reportedStaff}${this.chosen.length > 0 ? html` (${this.chosen.length})` : ''}</summary>
      ${this.colleagues.render({
        pending: () => pendingState(guard.loading),
        error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.colleagues.run()),
        complete: (items) => this.renderPick(items),
      })}
    </details>`
  }

  private renderPick(items: readonly Colleague[]) {
    const { intake } = this.words
    return html`<p class="hint">${intake.reportedStaffHint}</p>
      <div class="staff">${checksField({
        name: 'reportedStaff',
        label: intake.reportedStaffPick,
        values: this.chosen,
        options: items.map(({ id, name, position }) => ({ value: id, label: name, hint: position })),
        chosen: (values) => {
          this.chosen = values
          const detail = items.filter(({ id }) => values.includes(id))
          this.dispatchEvent(new CustomEvent('reported-staff-changed', { detail }))
        },
      })}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reported-staff': ReportedStaff
  }
}
