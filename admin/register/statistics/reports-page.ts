import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { unitAddress } from '../../page/addresses.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { firstDayOf, type Months, monthsInRows } from './periods.ts'
import { type StatisticsWording, statisticsWordsIn } from './statistics-wording.ts'

const rows = [
  { of: 'months', length: 1, rows: 12 },
  { of: 'quarters', length: 3, rows: 4 },
  { of: 'fourMonths', length: 4, rows: 3 },
] as const

/** The figures of any month, quarter or four months as files, for everybody who reads cases. */
@customElement('reports-page')
export class ReportsPage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 16px;
        padding-block: 6px;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .files {
        display: flex;
        gap: 8px;
      }
    `,
  ]

  private readonly loading = new Task(this, {
    args: () => [this.wording.language] as const,
    task: () => statisticsWordsIn(this.wording),
  })

  override render() {
    const { app } = this.wording
    return html`
      <h1>${app.periodReports}</h1>
      ${this.renderLoaded(this.loading, (words) => this.renderLists(words))}
    `
  }

  private renderLists(words: StatisticsWording) {
    const today = words.formats.plainDay(new Date().toISOString())
    return html`
      <p class="soft">${words.statistics.reports.intro}</p>
      ${rows.map(
        ({ of, length, rows: count }) => html`<section class="card" aria-label=${words.statistics.reports[of]}>
          <h2>${words.statistics.reports[of]}</h2>
          <ul class="plain">${monthsInRows(today, length, count).map((months) => this.renderMonths(months, words))}</ul>
        </section>`,
      )}
    `
  }

  private renderMonths({ from, to }: Months, { statistics, formats }: StatisticsWording) {
    const name = formats.months(firstDayOf({ from, to }), firstDayOf({ from: to, to }))
    const months = from === to ? from : `${from}_${to}`
    const file = (format: 'pdf' | 'xlsx') => html`<a class="button quiet" download
      href=${this.client.evaluations.addressOfMonths(this.unit.tenant, months, format)}>
      ${icons.download}${statistics.reports[format]}<span class="unseen"> ${name}</span>
    </a>`
    const figures = `${unitAddress(this.unit.tenant)}/statistics?${new URLSearchParams({ from, to })}`
    return html`<li><a href=${figures}>${name}</a><span class="files">${file('pdf')}${file('xlsx')}</span></li>`
  }
}
