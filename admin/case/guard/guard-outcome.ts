import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { GuardPreview } from '../../../service/contract/guard-view.ts'
import { panelLooks } from '../../desk/acts/panel-looks.ts'
import { PageElement } from '../../page/page-element.ts'
import { type IconName, icons } from '../../ui/icons.ts'

/** Who would lose the case if it were kept from these people, and who would handle it instead. */
@customElement('guard-outcome')
export class GuardOutcome extends PageElement {
  static override styles = [
    PageElement.styles,
    panelLooks,
    css`
      :host {
        display: block;
      }
      .alarm {
        color: var(--danger);
        font-weight: 600;
      }
      .alarm .icon {
        color: inherit;
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: false }) staff: readonly string[] = []
  /** The case is kept from somebody now. */
  @property({ type: Boolean }) guarded = false

  private readonly preview = new Task(this, {
    args: () => [this.unit.tenant, this.number, ...this.staff] as const,
    task: async ([tenant, number, ...staff], { signal }) =>
      staff.length > 0 ? this.client.guard.preview(tenant, number, staff, signal) : null,
  })

  override render() {
    if (this.staff.length === 0 && !this.guarded) return nothing
    return html`<div class="consequences">
      <h3>${this.wording.acts.whatHappens}</h3>
      <ul class="plain" aria-live="polite">${this.renderLines()}</ul>
    </div>`
  }

  private renderLines() {
    const { guard } = this.wording
    if (this.preview.error) return this.line('alert', this.explain(this.preview.error))
    if (this.staff.length === 0) return [this.line('eye', guard.givenBack), this.line('chat', guard.toldBack)]
    const found = this.preview.value
    return found ? this.renderFound(found) : nothing
  }

  private renderFound({ keptFrom, steward, unread, visible }: GuardPreview) {
    const { guard } = this.wording
    const names = keptFrom.map(({ name }) => name).join(', ')
    return [
      this.line('hidden', guard.loses(names)),
      unread
        ? this.line('alert', guard.unread, 'alarm')
        : this.line('person', steward ? guard.goesTo(steward.name, steward.position) : guard.goesToOthers),
      visible ? nothing : this.line('alert', guard.losesYou, 'alarm'),
      steward ? this.line('chat', guard.told) : nothing,
    ]
  }

  private line(icon: IconName, text: string, look = '') {
    return html`<li class=${look}>${icons[icon]}<span>${text}</span></li>`
  }
}
