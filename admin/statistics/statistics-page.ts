import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StatisticsView } from '../../service/contract/statistics-view.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import { goTo } from '../app/navigation.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import type { Bar } from '../ui/bar-list.ts'
import '../ui/bar-list.ts'
import '../ui/column-chart.ts'
import { controls } from '../ui/controls.ts'
import '../ui/empty-state.ts'
import { selectField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { failedState, pendingState, states } from '../ui/states.ts'
import { surfaces } from '../ui/surfaces.ts'
import { barsOf, columnsOf, linksTo } from './bars-of-figures.ts'
import './headline-figures.ts'
import { offeredPeriods } from './periods.ts'
import { statisticsLooks } from './statistics-looks.ts'

/** How a unit is doing, in numbers that lead to their cases. The address says which are counted. */
@customElement('statistics-page')
export class StatisticsPage extends LitElement {
  static override styles = [controls, surfaces, states, fields, statisticsLooks]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  /** The search part of the address. */
  @property() query = ''

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.query, this.words.language] as const,
    task: ([tenant, query], { signal }) => this.client.readStatistics(tenant, new URLSearchParams(query), signal),
  })

  override render() {
    const { statistics, common, formats } = this.words
    return html`
      <div>
        <h1>${statistics.heading}</h1>
        <p class="soft">${statistics.intro(formats.day(new Date().toISOString()))}</p>
      </div>
      ${this.renderChoice()}
      ${this.loading.render({
        pending: () => pendingState(common.loading),
        error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.loading.run()),
        complete: (figures) => this.renderFigures(figures),
      })}
    `
  }

  /** Who may not read the cases chooses nothing: what is hidden could be worked out. */
  private renderChoice() {
    if (!this.unit.permissions.includes('cases.read')) return nothing
    const { statistics, formats } = this.words
    const asked = new URLSearchParams(this.query)
    const periods = offeredPeriods(formats.plainDay(new Date().toISOString()), this.words)
    const period = asked.has('from') ? `${asked.get('from')}_${asked.get('to')}` : (periods[0]?.value ?? '')
    return html`<div class="choice">
      ${selectField({
        name: 'period',
        label: statistics.period,
        value: period,
        options: periods,
        chosen: (value) => {
          const [from = '', to = ''] = value.split('_')
          this.choose(value === periods[0]?.value ? { from: '', to: '' } : { from, to })
        },
      })}
      ${selectField({
        name: 'category',
        label: statistics.category,
        value: asked.get('category') ?? '',
        options: [
          { value: '', label: statistics.anyCategory },
          ...this.unit.view.categories.map(({ code, label }) => ({ value: code, label })),
        ],
        chosen: (category) => this.choose({ category }),
      })}
    </div>`
  }

  private choose(changes: Readonly<Record<string, string>>) {
    const params = new URLSearchParams(this.query)
    for (const [name, value] of Object.entries(changes)) {
      if (value) params.set(name, value)
      else params.delete(name)
    }
    goTo(location.pathname + (params.size > 0 ? `?${params}` : ''))
  }

  private renderFigures(figures: StatisticsView) {
    const { statistics, formats } = this.words
    const { hidesSmall, averageStars, inflowBy } = figures
    const isChosen = this.query !== ''
    if (figures.total === 0 && figures.open === 0 && !isChosen) {
      return html`<ui-empty icon="chart" heading=${statistics.emptyHeading} text=${statistics.emptyText}></ui-empty>`
    }
    const links = hidesSmall ? null : linksTo(this.unit.tenant, figures.period, new URLSearchParams(this.query))
    const bars = barsOf(figures, this.words, links)
    return html`
      <headline-figures .figures=${figures} .links=${links}></headline-figures>
      ${hidesSmall ? html`<p class="soft small">${statistics.hidden}</p>` : nothing}
      <section class="card" aria-label=${statistics.inflow[inflowBy]}>
        <h2>${statistics.inflow[inflowBy]}</h2>
        <ui-columns as-table=${statistics.asTable} .columns=${columnsOf(figures, this.words, links)}></ui-columns>
      </section>
      <div class="lines">
        ${this.renderLines(statistics.byAge, bars.ages)} ${this.renderLines(statistics.byCategory, bars.categories)}
        ${this.renderLines(statistics.byOutcome, bars.outcomes)} ${this.renderLines(statistics.byChannel, bars.channels)}
        ${this.renderLines(
          statistics.byStars,
          bars.stars,
          averageStars === null ? undefined : statistics.averageStars(formats.number(averageStars)),
          statistics.noStars,
        )}
        ${this.renderLines(statistics.byStatus, bars.statuses)}
      </div>
    `
  }

  private renderLines(heading: string, bars: readonly Bar[], more?: string, none = this.words.statistics.nothing) {
    return html`<section class="card" aria-label=${heading}>
      <div class="spread"><h2>${heading}</h2>${more ? html`<span class="soft small">${more}</span>` : nothing}</div>
      ${bars.length > 0 ? html`<ui-bars .bars=${bars}></ui-bars>` : html`<p class="soft">${none}</p>`}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'statistics-page': StatisticsPage
  }
}
