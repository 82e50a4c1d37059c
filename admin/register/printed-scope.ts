import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { StaffList } from '../api/wire.ts'
import { ownName, ownWords } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { countOf, isFiltered, type RegisterQuery } from './register-query.ts'
import { viewNames } from './status-tabs.ts'

@customElement('printed-scope')
export class PrintedScope extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      @media not print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) query!: RegisterQuery
  @property({ attribute: false }) page: CaseRegister | undefined
  @property({ attribute: false }) handlers: StaffList['items'] = []

  override render() {
    const { register } = this.wording
    const parts = [viewNames(this.wording)[this.query.view], ...this.filters.filter((one) => one !== undefined)]
    return html`<p>${register.asked.list}: ${parts.map((part, at) => [at > 0 ? ' · ' : nothing, part])}.</p>
      <p>${this.share}</p>`
  }

  private get filters() {
    const { register } = this.wording
    const { category, assignee, due, label, q } = this.query
    const { categories } = this.unit.view
    const handlers: Readonly<Record<string, string>> = {
      me: register.mine,
      none: register.nobody,
      ...Object.fromEntries(this.handlers.map(({ id, name }) => [id, name])),
    }
    const chosen = categories.find(({ code }) => code === category)?.label
    const labelled = this.page?.labels.find(({ id }) => id === label)?.name
    return [
      chosen && ownWords(this.unit.view, chosen),
      assignee && `${register.handler}: ${handlers[assignee] ?? assignee}`,
      labelled && ownName(labelled),
      due && (due === 'overdue' ? register.overdue : register.soon),
      q && `“${q}”`,
    ].map((one) => one || undefined)
  }

  /** How many there are in all is not known of every filter. */
  private get share() {
    const { register, formats } = this.wording
    if (!this.page) return nothing
    const { items, nextCursor, counts, total } = this.page
    const isWhole = nextCursor === null && this.query.cursor === ''
    const all = isWhole ? items.length : isFiltered(this.query) ? total : countOf(this.query.view, counts)
    const shown = register.printedShare({
      shown: formats.number(items.length),
      all: (all === null ? null : formats.number(all)) ?? 'none',
    })
    const rest = !isWhole && this.unit.permissions.includes('register.export') ? ` ${register.printedRest}` : ''
    return shown + rest
  }
}
