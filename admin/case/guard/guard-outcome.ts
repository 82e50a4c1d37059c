import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { GuardPreview } from '../../../service/contract/identity.ts'
import { panelLooks } from '../../desk/acts/panel-looks.ts'
import { PageElement } from '../../page/page-element.ts'
import guardWording from '../../texts/guard.json'
import { type IconName, icons } from '../../ui/icons.ts'

const namesOf = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join(', ')

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
  @property({ attribute: false }) guard: CaseView['guard'] = null

  private readonly preview = new Task(this, {
    args: () => [this.unit.tenant, this.number, ...this.staff] as const,
    task: async ([tenant, number, ...staff], { signal }) =>
      staff.length > 0
        ? this.client.call('POST /cases/{number}/guard/preview', {
            params: { tenant, number },
            body: { staff },
            signal,
          })
        : null,
  })

  override render() {
    if (this.staff.length === 0 && !this.guard) return nothing
    return html`<div class="consequences">
      <h3>${this.wording.acts.whatHappens}</h3>
      <ul class="plain" aria-live="polite">${this.renderLines()}</ul>
    </div>`
  }

  private renderLines() {
    const guard = guardWording(this.wording)
    if (this.preview.error) return this.line('alert', this.explain(this.preview.error))
    const back = (this.guard?.candidates ?? []).filter(({ id }) => !this.staff.includes(id))
    const isRerouted = this.guard?.steward != null
    if (this.staff.length === 0) {
      const whole = this.guard?.concerns.length ? guard.givenBack : guard.open({ names: namesOf(back) })
      return [this.line('eye', whole), isRerouted ? this.line('chat', guard.toldBack) : nothing]
    }
    const found = this.preview.value
    if (!found) return nothing
    const opened = back.filter(({ id }) => found.keptFrom.every((one) => one.id !== id))
    return [
      ...this.renderFound(found),
      opened.length > 0 ? this.line('eye', guard.open({ names: namesOf(opened) })) : nothing,
    ]
  }

  private renderFound({ keptFrom, steward, unread, visible }: GuardPreview) {
    const guard = guardWording(this.wording)
    const names = namesOf(keptFrom)
    return [
      this.line('hidden', guard.loses({ names })),
      unread
        ? this.line('alert', guard.unread, 'alarm')
        : this.line(
            'person',
            steward ? guard.goesTo({ name: steward.name, position: steward.position }) : guard.goesToOthers,
          ),
      visible ? nothing : this.line('alert', guard.losesYou, 'alarm'),
      steward ? this.line('chat', guard.told) : nothing,
    ]
  }

  private line(icon: IconName, text: string, look = '') {
    return html`<li class=${look}>${icons[icon]}<span>${text}</span></li>`
  }
}
