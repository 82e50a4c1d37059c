import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ReportView } from '../../../service/contract/figures.ts'
import { unitAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import { ownWords } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { chooseCategory, choosePeriod, linksTo } from './figure-tables.ts'
import { statisticsLooks, tilesOfPeriod } from './headline-tiles.ts'
import { type Months, periodName, readPeriod, type StatisticsWording, statisticsWordsIn } from './periods.ts'
import '../../ui/empty-state.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { type FiguresWording, figuresWordsIn } from '../figures-wording.ts'
import './period-figures.ts'

@customElement('period-page')
export class PeriodPage extends PageElement {
  static override styles = [PageElement.styles, fields, statisticsLooks]

  /** `2026-11`, `2026-09_2026-12`, or `2026-11-03_2026-11-20`. */
  @property() months = ''
  @property() category = ''
  @property() heading = ''

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.months, this.category, this.wording] as const,
    task: async ([tenant, months, category, wording], { signal }) => {
      const [report, words, names] = await Promise.all([
        this.client.call('GET /reports/{id}', { params: { tenant, id: months }, query: { category }, signal }),
        statisticsWordsIn(wording),
        figuresWordsIn(wording.language),
      ])
      return { report, words, names }
    },
  })

  override render() {
    const { value } = this.loading
    const period = readPeriod(this.months)
    const name = period && value ? periodName(period, value.words) : ''
    return html`
      <h1>${this.heading || this.wording.app.periodReports}${name ? `: ${name}` : nothing}</h1>
      ${value && period ? this.renderChoice(value.words, period) : nothing}
      ${this.renderLoaded(this.loading, ({ report, words, names }) => this.renderFigures(report, words, names))}
    `
  }

  private renderChoice(words: StatisticsWording, period: Months) {
    return html`<div class="choice screen-only">
      ${choosePeriod({ words, period, id: this.months, chosen: (id) => this.choose(id, this.category) })}
      ${chooseCategory({
        words,
        view: this.unit.view,
        category: this.category,
        chosen: (category) => this.choose(this.months, category),
      })}
    </div>`
  }

  private choose(id: string, category: string) {
    const asked = category ? `?${new URLSearchParams({ category })}` : ''
    goTo(`${unitAddress(this.unit.tenant)}/reports/${id}${asked}`)
  }

  private renderFigures(report: ReportView, words: StatisticsWording, names: FiguresWording) {
    const { statistics, formats } = words
    const linksIn = (period: Months) => linksTo(this.unit.tenant, period, this.category || null)
    const links = linksIn(report.period)
    const { label: category } = this.unit.view.categories.find(({ code }) => code === this.category) ?? {}
    return html`
      <div class="spread">
        <p class="soft">
          ${statistics.intro({ day: formats.dayAndTime(report.measuredAt) })}
          ${category ? html`<span class="print-only">${statistics.category}: ${ownWords(this.unit.view, category)}.</span>` : nothing}
        </p>
        <span class="files screen-only">
          <button class="quiet" @click=${() => print()}>${names.print}</button>
          ${(['pdf', 'xlsx'] as const).map(
            (format) => html`<a class="button quiet" download
              href=${this.client.address(`GET /reports/{id}/report.${format}`, {
                params: { tenant: this.unit.tenant, id: this.months },
                query: { category: this.category },
              })}>
              ${icons.download}${statistics.reports[format]}</a>`,
          )}
        </span>
      </div>
      <headline-figures .tiles=${tilesOfPeriod(report, words, names, links)}></headline-figures>
      <period-figures .own=${this.unit.view} .wording=${words} .words=${names} .report=${report}
        .links=${links} .linksBefore=${linksIn(report.periodBefore)}></period-figures>
    `
  }
}
