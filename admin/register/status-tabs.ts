import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keysOf } from '../../service/shared/records.ts'
import type { Status } from '../api/wire.ts'
import { PageElement } from '../page/page-element.ts'
import { controls } from '../ui/controls.ts'
import { sideways, tabs } from '../ui/tabs.ts'
import type { Wording } from '../wording/wording.ts'
import { countOf, type RegisterQuery, searchOf, untabbed, type View, views } from './register-query.ts'

export const viewNames = ({ register, vocabulary }: Wording): Readonly<Record<View, string>> => ({
  ...vocabulary.statuses,
  ...register.shortStatuses,
  ...register.views,
})

@customElement('status-tabs')
export class StatusTabs extends PageElement {
  static override styles = [controls, tabs]

  @property({ attribute: false }) query!: RegisterQuery
  @property({ attribute: false }) counts: Readonly<Partial<Record<Status, number>>> | undefined

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('query')) this.renderRoot.querySelector('[aria-current]')?.scrollIntoView(sideways)
  }

  override render() {
    const { register } = this.wording
    return html`<nav aria-label=${register.statusTabs}>${keysOf(views)
      .filter((view) => !untabbed.includes(view) || view === this.query.view)
      .map((view) => this.renderTab(view))}</nav>`
  }

  private renderTab(view: View) {
    const { formats } = this.wording
    const address =
      location.pathname +
      searchOf({ ...this.query, view, sort: view === 'todo' ? 'due_asc' : 'received_desc', cursor: '' })
    return html`<a href=${address} aria-current=${view === this.query.view ? 'page' : nothing}>
      ${viewNames(this.wording)[view]}${this.counts ? html`<span class="count">${formats.number(countOf(view, this.counts))}</span>` : nothing}
    </a>`
  }
}
