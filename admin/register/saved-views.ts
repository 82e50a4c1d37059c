import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { AlertEvent } from '../../service/contract/messages.ts'
import type { ViewLists } from '../../service/contract/register.ts'
import { alertsContext } from '../api/context.ts'
import { PageElement } from '../page/page-element.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'
import { tabs } from '../ui/tabs.ts'
import { isFiltered, type RegisterQuery, searchOf } from './register-query.ts'
import { queryOf, showsSame } from './view-filter.ts'

type SavedView = ViewLists['own']['views'][number]

/** Links to the views that somebody saved and to those of the unit, each with the number of its cases as it is now. */
@customElement('saved-views')
export class SavedViews extends PageElement {
  static override styles = [
    controls,
    tabs,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      nav {
        min-inline-size: 0;
      }
      nav a {
        border: 1px solid var(--line);
      }
      nav a .icon {
        inline-size: 16px;
      }
      /* It stays one line, so that it moves no row of the list. */
      @media (max-width: 720px) {
        .bar {
          flex-wrap: nowrap;
          overflow-x: auto;
        }
        .bar > * {
          flex: none;
        }
      }
    `,
  ]

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  @property({ attribute: false }) query!: RegisterQuery
  /** The page beside them: what changed it changes the counts. */
  @property({ attribute: false }) page: CaseRegister | undefined
  @state() private lists: ViewLists | null = null
  @state() private asking: 'save' | 'manage' | null = null

  protected readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.page, this.told?.newCases] as const,
    task: async ([tenant], { signal }) => {
      this.lists = await this.client.call('GET /views', { params: { tenant }, signal })
    },
  })

  override render() {
    const { views } = this.wording
    // Without them the register works as ever: what fails here is tried again with the next page.
    const { lists } = this
    if (!lists) return nothing
    const all = [...lists.shared.views, ...lists.own.views]
    const isKept = all.some((view) => showsSame(queryOf(view.filter), this.query))
    const maySave = !isKept && isFiltered(this.query)
    if (all.length === 0 && !maySave) return nothing
    return html`<div class="bar">
      ${
        all.length > 0
          ? html`<nav aria-label=${views.list}>
              ${lists.shared.views.map((view) => this.renderLink(view, true))}
              ${lists.own.views.map((view) => this.renderLink(view, false))}
            </nav>`
          : nothing
      }
      ${maySave ? html`<button class="quiet" @click=${() => this.ask('save')}>${icons.add}${views.save}</button>` : nothing}
      ${
        lists.own.views.length > 0 || (lists.mayShare && lists.shared.views.length > 0)
          ? html`<button class="quiet" @click=${() => this.ask('manage')}>${icons.edit}${views.manage}</button>`
          : nothing
      }
    </div>
    ${
      this.asking
        ? html`<view-dialog .lists=${lists} .query=${this.query} mode=${this.asking}
            @views-saved=${this.onSaved} @view-closed=${() => this.ask(null)}></view-dialog>`
        : nothing
    }`
  }

  private renderLink({ name, filter, count }: SavedView, isShared: boolean) {
    const { views, formats } = this.wording
    const query = queryOf(filter)
    const text = count === null ? nothing : count > 999 ? '999+' : formats.number(count)
    return html`<a href=${location.pathname + searchOf(query)} aria-current=${showsSame(query, this.query) ? 'page' : nothing}>
      ${isShared ? html`<span title=${views.ofUnit}>${icons.people}</span>` : nothing}${name}
      <span class="count">${text}</span>
    </a>`
  }

  private async ask(what: 'save' | 'manage' | null) {
    if (what) await import('./view-dialog.ts')
    this.asking = what
  }

  private onSaved({ detail }: CustomEvent<ViewLists>) {
    this.lists = detail
    this.asking = null
  }
}
