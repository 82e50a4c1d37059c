import { Task } from '@lit/task'
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { figuresWordsIn } from '../figures-wording.ts'
import { linksTo } from './bars-of-figures.ts'
import './period-figures.ts'
import { firstDayOf, lastDayOf, monthsIn } from './periods.ts'
import { statisticsLooks } from './statistics-looks.ts'
import { statisticsWordsIn } from './statistics-wording.ts'

/** How it went in some months, for everybody who reads cases. */
@customElement('period-page')
export class PeriodPage extends PageElement {
  static override styles = [PageElement.styles, statisticsLooks]

  /** `2026-11`, or `2026-09_2026-12`. */
  @property() months = ''

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.months, this.wording.language] as const,
    task: async ([tenant, months, language], { signal }) => {
      const [report, words, names] = await Promise.all([
        this.client.evaluations.readMonths(tenant, months, '', signal),
        statisticsWordsIn(this.wording),
        figuresWordsIn(language),
      ])
      return { report, words, names }
    },
  })

  override render() {
    const { app, formats } = this.wording
    const months = monthsIn(this.months)
    const named = months && `: ${formats.months(firstDayOf(months), lastDayOf(months))}`
    return html`
      <h1>${app.periodReports}${named}</h1>
      ${this.renderLoaded(this.loading, ({ report, words, names }) => {
        const linksIn = (period: typeof report.period) => linksTo(this.unit.tenant, period, new URLSearchParams())
        return html`
          <div><button class="quiet screen-only" @click=${() => print()}>${names.print}</button></div>
          <period-figures .wording=${words} .words=${names} .report=${report}
            .links=${linksIn(report.period)} .linksBefore=${linksIn(report.periodBefore)}></period-figures>
        `
      })}
    `
  }
}
