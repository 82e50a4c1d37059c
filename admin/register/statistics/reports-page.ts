import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { OwnWeekView } from '../../../service/contract/figures.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { casesAddress, unitAddress } from '../../page/addresses.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import actWords from '../../texts/act-words.json'
import { icons } from '../../ui/icons.ts'
import { wordFor } from '../../wording/wording.ts'
import { type FiguresWording, figuresWordsIn } from '../figures-wording.ts'
import { firstDayOf, type Months, monthsInRows, type StatisticsWording, statisticsWordsIn } from './periods.ts'

const rows = [
  { of: 'months', length: 1, rows: 12 },
  { of: 'quarters', length: 3, rows: 4 },
  { of: 'fourMonths', length: 4, rows: 3 },
] as const

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
        padding-block: 3px;
      }
      li > a {
        padding-block: 11px;
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
    args: () => [this.unit.tenant, this.wording.language] as const,
    task: async ([tenant, language], { signal }) => {
      const [words, figures, week] = await Promise.all([
        statisticsWordsIn(this.wording),
        figuresWordsIn(language),
        this.client.call('GET /own-week', { params: { tenant }, signal }),
      ])
      return { words, figures, week }
    },
  })

  override render() {
    const { app } = this.wording
    return html`
      <h1>${app.periodReports}</h1>
      ${this.renderLoaded(this.loading, ({ words, figures, week }) => [this.renderWeek(week, words, figures), this.renderLists(words)])}
    `
  }

  private renderWeek(week: OwnWeekView, words: StatisticsWording, figures: FiguresWording) {
    const { formats } = words
    const { from, to, cases } = week
    const address = (figure: keyof typeof cases) => {
      const isOfWeek = figure === 'received' || figure === 'answered'
      const asked = { status: 'all', assignee: 'me', figure, ...(isOfWeek && { from, to }) }
      return `${casesAddress(this.unit.tenant)}?${new URLSearchParams(asked)}`
    }
    return html`<section class="card" aria-label=${figures.ownWeek}>
      <h2>${figures.ownWeek}</h2>
      <ul class="plain">
        ${keysOf(figures.ownFigures).map(
          (figure) => html`<li>
            <span>${figures.ownFigures[figure]}</span>
            ${cases[figure] > 0 ? html`<a href=${address(figure)}>${formats.number(cases[figure])}</a>` : html`<span>0</span>`}
          </li>`,
        )}
      </ul>
      <h3>${figures.ownActs}</h3>
      ${this.renderActs(week, words, figures)}
      <p class="soft small">${figures.ownOnly}</p>
    </section>`
  }

  /** Acts that have no name of their own, as those on letters, stand together. */
  private renderActs({ acts }: OwnWeekView, { language, formats }: StatisticsWording, figures: FiguresWording) {
    const counted = acts.map(({ act, times }) => ({ name: wordFor(actWords({ language }), act)?.name, times }))
    const named = counted.filter(({ name }) => name)
    const others = counted.reduce((sum, { name, times }) => (name ? sum : sum + times), 0)
    const lines = [...named, ...(others > 0 ? [{ name: figures.otherActs, times: others }] : [])]
    if (lines.length === 0) return html`<p class="soft">${figures.noActs}</p>`
    return html`<ul class="plain">
      ${lines.map(({ name, times }) => html`<li><span>${name}</span><span>${formats.number(times)}</span></li>`)}
    </ul>`
  }

  private renderLists(words: StatisticsWording) {
    const today = words.formats.today()
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
      href=${this.client.address(`GET /reports/{id}/report.${format}`, { params: { tenant: this.unit.tenant, id: months } })}>
      ${icons.download}${statistics.reports[format]}<span class="unseen"> ${name}</span></a>`
    const figures = `${unitAddress(this.unit.tenant)}/reports/${months}`
    return html`<li><a href=${figures}>${name}</a><span class="files">${file('pdf')}${file('xlsx')}</span></li>`
  }
}
