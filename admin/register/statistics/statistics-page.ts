import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ReportView } from '../../../service/contract/report-view.ts'
import type { StatisticsView } from '../../../service/contract/statistics-view.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import type { Bar } from '../../ui/bar-list.ts'
import '../../ui/bar-list.ts'
import '../../ui/column-chart.ts'
import '../../ui/empty-state.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FiguresWording, figuresWordsIn } from '../figures-wording.ts'
import { barsOf, columnsOf, linksTo } from './bars-of-figures.ts'
import './headline-figures.ts'
import { type Months, offeredPeriods } from './periods.ts'
import './period-figures.ts'
import { statisticsLooks } from './statistics-looks.ts'
import { type StatisticsWording, statisticsWordsIn } from './statistics-wording.ts'

interface Loaded {
  readonly figures: StatisticsView
  readonly words: StatisticsWording
  readonly names: FiguresWording
  /** `null` for a reader who may not read the cases. */
  readonly report: ReportView | null
}

/** Shows the figures of a unit, each with a link to its cases. The address says which cases are counted. */
@customElement('statistics-page')
export class StatisticsPage extends PageElement {
  static override styles = [PageElement.styles, fields, statisticsLooks]

  /** The search part of the address. */
  @property() query = ''

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.query, this.wording.language] as const,
    task: async ([tenant, query], { signal }) => {
      const [figures, words, names] = await Promise.all([
        this.client.readStatistics(tenant, new URLSearchParams(query), signal),
        statisticsWordsIn(this.wording),
        figuresWordsIn(this.wording.language),
      ])
      const report = figures.hidesSmall ? null : await this.readReport(figures, signal)
      return { figures, words, names, report }
    },
  })

  /** Who reads the cases reads how it went with them too. */
  private readReport({ period: { from, to } }: StatisticsView, signal: AbortSignal) {
    const category = new URLSearchParams(this.query).get('category') ?? ''
    const months = from === to ? from : `${from}_${to}`
    return this.client.evaluations.readMonths(this.unit.tenant, months, category, signal)
  }

  override render() {
    const { app } = this.wording
    return html`
      <h1>${app.statistics}</h1>
      ${this.loading.value ? this.renderChoice(this.loading.value.words) : nothing}
      ${this.renderLoaded(this.loading, (loaded) => this.renderFigures(loaded))}
    `
  }

  /** A person who may not read cases cannot choose filters, because hidden figures could be worked out. */
  private renderChoice(wording: StatisticsWording) {
    if (!this.unit.permissions.includes('cases.read')) return nothing
    const { statistics, formats } = wording
    const asked = new URLSearchParams(this.query)
    const [from, to] = [asked.get('from'), asked.get('to')]
    const chosen = from && to ? { from, to } : null
    const periods = offeredPeriods(formats.plainDay(new Date().toISOString()), chosen, wording)
    const period = chosen ? `${from}_${to}` : (periods[0]?.value ?? '')
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

  private renderFigures({ figures, words: wording, names, report }: Loaded) {
    const { statistics, formats } = wording
    const { hidesSmall, averageStars, inflowBy } = figures
    const isChosen = this.query !== ''
    if (figures.total === 0 && figures.open === 0 && !isChosen) {
      return html`<ui-empty icon="chart" heading=${statistics.emptyHeading} text=${statistics.emptyText}></ui-empty>`
    }
    const linksIn = (period: Months) => linksTo(this.unit.tenant, period, new URLSearchParams(this.query))
    const links = hidesSmall ? null : linksIn(figures.period)
    const bars = barsOf(figures, wording, links)
    const lines = (heading: string, counted: readonly Bar[], more = '') =>
      html`<section class="card" aria-label=${heading}>
        <div class="spread"><h2>${heading}</h2>${more ? html`<span class="soft small">${more}</span>` : nothing}</div>
        ${counted.length > 0 ? html`<ui-bars .bars=${counted}></ui-bars>` : html`<p class="soft">${statistics.nothing}</p>`}
      </section>`
    return html`
      <div class="spread">
        <p class="soft">${statistics.intro(formats.day(new Date().toISOString()))}</p>
        <button class="quiet screen-only" @click=${() => print()}>${names.print}</button>
      </div>
      <headline-figures .wording=${wording} .words=${names} .figures=${figures} .report=${report} .links=${links}></headline-figures>
      ${
        report
          ? html`<period-figures .wording=${wording} .words=${names} .report=${report}
              .links=${links} .linksBefore=${linksIn(report.periodBefore)}></period-figures>`
          : nothing
      }
      ${hidesSmall ? html`<p class="soft small">${statistics.hidden}</p>` : nothing}
      <section class="card" aria-label=${statistics.inflow[inflowBy]}>
        <h2>${statistics.inflow[inflowBy]}</h2>
        <ui-columns as-table=${statistics.asTable} .columns=${columnsOf(figures, wording, links)}></ui-columns>
      </section>
      <div class="lines">
        ${lines(statistics.byAge, bars.ages)} ${lines(statistics.byCategory, bars.categories)}
        ${lines(statistics.byOutcome, bars.outcomes)} ${lines(statistics.byChannel, bars.channels)}
        ${lines(
          statistics.byStars,
          bars.stars,
          averageStars === null ? '' : statistics.averageStars(formats.number(averageStars)),
        )}
        ${lines(statistics.byStatus, bars.statuses)}
      </div>
    `
  }
}
