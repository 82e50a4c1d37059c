import { consume } from '@lit/context'
import { Task, TaskStatus } from '@lit/task'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { AlertEvent } from '../../service/contract/messages.ts'
import { alertsContext } from '../api/context.ts'
import { serviceNow } from '../api/service-clock.ts'
import { approvalsAddress } from '../page/addresses.ts'
import { cameFrom, goTo } from '../page/navigation.ts'
import { PageElement } from '../page/page-element.ts'
import { pendingState } from '../ui/controls.ts'
import { leftOutLines, RegisterSelection } from './register-list.ts'
import '../ui/empty-state.ts'
import { icons } from '../ui/icons.ts'
import { MediaMatch } from '../ui/media-match.ts'
import '../telling/notices/channel-banner.ts'
import './register-filters.ts'
import {
  countOf,
  isAskedByFigures,
  isFiltered,
  isNarrowed,
  type RegisterQuery,
  readQuery,
  requestOf,
  searchOf,
} from './register-query.ts'
import { sealedWrongLines } from './sealed-wrong-lines.ts'
import './status-tabs.ts'

/** The register of a unit. The address holds all of its state. */
@customElement('register-page')
export class RegisterPage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 14px;
        max-inline-size: 1400px;
      }
      h1 {
        outline: none;
      }
      /* What comes after the list has its place before, in one line: nothing below it moves. */
      .later {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: 0 16px;
        min-block-size: 44px;
      }
      asked-chips:not(:defined) {
        min-block-size: 44px;
      }
      more-filters[open] {
        flex: 1 0 100%;
      }
      more-filters[open]:not(:defined) {
        min-block-size: 136px;
      }
      saved-views {
        flex: 1 1 0;
        min-inline-size: min(200px, 100%);
      }
      @media (max-width: 720px) {
        more-filters[open]:not(:defined) {
          min-block-size: 336px;
        }
      }
      .results {
        transition: opacity 0.15s 0.2s;
      }
      .results[aria-busy='true'] {
        opacity: 0.55;
      }
    `,
  ]

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  private readonly narrow = new MediaMatch(this, '(max-width: 720px)')
  @query('h1') private readonly heading!: HTMLElement
  private readonly selection = new RegisterSelection(
    this,
    () => this.unit,
    () => void this.register.run(),
  )

  @state() private watches = false

  private newAtLoad: number | null = null

  @property() query = ''

  private readonly register = new Task(this, {
    args: () => [this.unit.tenant, this.query, this.wording.language] as const,
    task: ([tenant, query], { signal }) => {
      this.newAtLoad = this.told?.newCases ?? null
      return this.client.call('GET /cases', { params: { tenant }, query: requestOf(readQuery(query)), signal })
    },
  })

  private readonly handlers = this.load((tenant, signal) =>
    this.client.call('GET /handlers', { params: { tenant }, signal }),
  )

  protected override firstUpdated() {
    // The list comes first.
    void import('./saved-views.ts')
    void import('./more-filters.ts')
    void import('./printed-scope.ts')
    void import('../desk/presence/register-watch.ts').then(() => {
      this.watches = true
    })
  }

  protected override willUpdate(changed: PropertyValues) {
    // Complaints that were read meanwhile do not count either.
    if (changed.has('query')) this.selection.select([])
    if (changed.has('told') && this.told) {
      this.newAtLoad = Math.min(this.newAtLoad ?? Number.POSITIVE_INFINITY, this.told.newCases)
    }
  }

  override render() {
    const { register, formats } = this.wording
    const query = readQuery(this.query)
    const page = this.register.value
    return html`
      <div class="spread">
        <h1 tabindex="-1">${register.heading}</h1>
        ${this.unit.permissions.includes('register.export') ? this.renderExport() : nothing}
      </div>
      <p class="print-only">${this.unit.view.name}. ${register.printed({ day: formats.longDay(new Date(serviceNow()).toISOString()) })}</p>
      <printed-scope .query=${query} .page=${page} .handlers=${this.handlers.value?.items ?? []}></printed-scope>
      <channel-banner class="screen-only"></channel-banner>
      ${this.selection.renderProgress()}
      <status-tabs class="screen-only" .query=${query} .counts=${page?.counts}></status-tabs>
      <register-filters class="screen-only" .query=${query} .handlers=${this.handlers.value?.items ?? []} .labels=${page?.labels ?? []}
        @query-changed=${this.onQuery}>${this.narrow.holds ? this.renderMore(query) : nothing}</register-filters>
      <div class="later screen-only">
        ${this.narrow.holds ? nothing : this.renderMore(query)}
        <saved-views .query=${query} .page=${page}></saved-views>
      </div>
      ${isAskedByFigures(query) ? this.renderAsked(query) : nothing}
      ${this.renderPage(page, query)}
    `
  }

  private renderMore(query: RegisterQuery) {
    return html`<more-filters ?open=${isNarrowed(query)} .query=${query} @query-changed=${this.onQuery}></more-filters>`
  }

  /** Comes with the first address from the figures: most who open the register never need it. */
  private renderAsked(query: RegisterQuery) {
    void import('./asked-chips.ts')
    return html`<asked-chips .query=${query} .total=${this.register.value?.total ?? null}></asked-chips>`
  }

  private renderExport() {
    const asked = new URLSearchParams(this.query)
    asked.set('ask', 'export-register')
    return html`<a class="button quiet screen-only" href="${approvalsAddress(this.unit.tenant)}?${asked}">
      ${icons.download}${this.wording.register.exporting}
    </a>`
  }

  private get fresh() {
    return this.told ? this.told.newCases - (this.newAtLoad ?? 0) : 0
  }

  // The button goes with the news, so the focus must stay somewhere.
  private showNews() {
    this.heading.focus()
    void this.register.run()
  }

  private renderPage(page: CaseRegister | undefined, query: RegisterQuery) {
    const { register } = this.wording
    if (this.register.status === TaskStatus.ERROR) {
      return this.renderFailure(this.register.error, () => void this.register.run())
    }
    if (!page) return pendingState(register.loading)
    const isUpdating = this.register.status === TaskStatus.PENDING
    return html`
      ${leftOutLines(page.leftOut, this.wording)}
      ${sealedWrongLines(page.sealedWrong, this.wording)}
      <div class="results" aria-busy=${isUpdating}>
        ${
          page.items.length === 0
            ? this.renderEmpty(page, query)
            : html`<register-list .items=${page.items} .partial=${page.partial} ?later=${query.cursor !== ''} ?selectable=${this.selection.isOffered}
              .selected=${this.selection.numbers} @selection-changed=${this.selection.onSelected}></register-list>`
        }
      </div>
      ${this.renderPager(page, query)}
      ${this.watches ? html`<register-watch .counts=${page.counts} .fresh=${this.fresh} @list-wanted=${this.showNews}></register-watch>` : nothing}
      ${this.selection.renderBar(this.handlers.value?.items ?? [], page.labels)}
    `
  }

  private renderEmpty({ counts }: CaseRegister, query: RegisterQuery) {
    const { register } = this.wording
    if (countOf('all', counts) === 0) {
      return html`<ui-empty icon="list" heading=${register.emptyHeading} text=${register.emptyText}></ui-empty>`
    }
    if (query.view === 'todo' && !isFiltered(query)) {
      return html`<ui-empty icon="check" heading=${register.doneHeading} text=${register.doneText}></ui-empty>`
    }
    const everywhere = location.pathname + searchOf({ ...query, view: 'all', sort: 'received_desc', cursor: '' })
    return html`<ui-empty icon="search" heading=${register.noMatchHeading} text=${register.noMatchText}>
      ${query.view === 'all' ? nothing : html`<a href=${everywhere}>${register.searchAll}</a>`}
    </ui-empty>`
  }

  private renderPager({ nextCursor }: CaseRegister, query: RegisterQuery) {
    const { register } = this.wording
    if (!nextCursor && !query.cursor) return nothing
    const next = location.pathname + searchOf({ ...query, cursor: nextCursor ?? '' })
    return html`<nav class="row screen-only" aria-label=${register.pages}>
      ${
        query.cursor
          ? html`<button @click=${this.goBack}>${icons.left}${register.previous}</button>
              <a class="button quiet" href=${location.pathname + searchOf({ ...query, cursor: '' })}>${register.toStart}</a>`
          : nothing
      }
      ${nextCursor ? html`<a class="button" href=${next}>${register.next}${icons.right}</a>` : nothing}
    </nav>`
  }

  // Keyset paging knows no way back, but the browser's history does.
  private goBack() {
    const cameFromRegister = cameFrom(location.pathname)?.split('?')[0] === location.pathname
    if (cameFromRegister) history.back()
    else goTo(location.pathname + searchOf({ ...readQuery(this.query), cursor: '' }))
  }

  private onQuery({ detail }: CustomEvent<Partial<RegisterQuery>>) {
    const query = readQuery(this.query)
    // A person who begins to search means every case, whatever its status.
    const view = detail.q && !query.q && query.view === 'todo' ? 'all' : query.view
    goTo(location.pathname + searchOf({ ...query, view, ...detail }), { replace: detail.q !== undefined })
  }
}
