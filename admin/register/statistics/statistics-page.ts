import '../../ui/bar-list.ts'
import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { StatisticsView } from '../../../service/contract/figures.ts'
import { serviceInstant } from '../../api/service-clock.ts'
import { PageElement } from '../../page/page-element.ts'
import type { Bar } from '../../ui/bar-list.ts'
import { barsOf, columnsOf } from './figure-tables.ts'
import { statisticsLooks, tilesOfUnit } from './headline-tiles.ts'
import { type StatisticsWording, statisticsWordsIn } from './periods.ts'
import '../../ui/column-chart.ts'
import '../../ui/empty-state.ts'
import './period-page.ts'

/**
 * The figures of a unit. A person who reads all of its cases sees how this month went; others see its counts without
 * small ones, and choose nothing, because from two choices a hidden number could be worked out.
 */
@customElement('statistics-page')
export class StatisticsPage extends PageElement {
  static override styles = [PageElement.styles, statisticsLooks]

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.wording] as const,
    task: async ([tenant, wording], { signal }) => {
      const [figures, words] = await Promise.all([
        this.client.call('GET /statistics', { params: { tenant }, query: new URLSearchParams(), signal }),
        statisticsWordsIn(wording),
      ])
      return { figures, words }
    },
  })

  override render() {
    const { app, formats } = this.wording
    if (this.loading.value?.figures.hidesSmall === false) {
      const month = formats.today().slice(0, 7)
      return html`<period-page heading=${app.statistics} months=${month}></period-page>`
    }
    return html`
      <h1>${app.statistics}</h1>
      ${this.renderLoaded(this.loading, ({ figures, words }) => this.renderFigures(figures, words))}
    `
  }

  private renderFigures(figures: StatisticsView, wording: StatisticsWording) {
    const { statistics, formats } = wording
    const { averageStars, inflowBy } = figures
    if (figures.total === 0 && figures.open === 0) {
      return html`<ui-empty icon="chart" heading=${statistics.emptyHeading} text=${statistics.emptyText}></ui-empty>`
    }
    const bars = barsOf(figures, wording, null, this.unit.view)
    const lines = (heading: string, counted: readonly Bar[], more = '') =>
      html`<section class="card" aria-label=${heading}>
        <div class="spread"><h2>${heading}</h2>${more ? html`<span class="soft small">${more}</span>` : nothing}</div>
        ${
          counted.length > 0
            ? html`<ui-bars as-table=${statistics.asTable} .bars=${counted}></ui-bars>`
            : html`<p class="soft">${statistics.nothing}</p>`
        }
      </section>`
    return html`
      <p class="soft">${statistics.intro({ day: formats.day(serviceInstant()) })}</p>
      <headline-figures .tiles=${tilesOfUnit(figures, wording)}></headline-figures>
      <p class="soft small">${statistics.hidden}</p>
      <section class="card" aria-label=${statistics.inflow[inflowBy]}>
        <h2>${statistics.inflow[inflowBy]}</h2>
        <ui-columns as-table=${statistics.asTable} .columns=${columnsOf(figures, wording, null)}></ui-columns>
      </section>
      <div class="lines">
        ${lines(statistics.byAge, bars.ages)} ${lines(statistics.byCategory, bars.categories)}
        ${lines(statistics.byOutcome, bars.outcomes)} ${lines(statistics.byChannel, bars.channels)}
        ${lines(
          statistics.byStars,
          bars.stars,
          averageStars === null ? '' : statistics.averageStars({ average: formats.number(averageStars) }),
        )}
        ${lines(statistics.byStatus, bars.statuses)}
      </div>
    `
  }
}
