import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { html, LitElement, nothing, svg } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { StatisticsView } from '../../service/contract/statistics-view.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import type { Status } from '../api/wire.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { casesAddress } from '../routes.ts'
import { controls } from '../ui/controls.ts'
import '../ui/empty-state.ts'
import { failedState, pendingState, states } from '../ui/states.ts'
import { surfaces } from '../ui/surfaces.ts'
import { statisticsLooks } from './statistics-looks.ts'

interface Line {
  readonly label: string
  readonly cases: number | null
}

/** In these the office still owes something. */
const running: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected']

/** The sum of counts of which none is hidden. */
const sumOf = (lines: readonly { readonly cases: number | null }[]): number | null =>
  lines.reduce<number | null>((sum, { cases }) => (sum === null || cases === null ? null : sum + cases), 0)

/** What a unit has received and done, in numbers: all that an observer sees of it. */
@customElement('statistics-page')
export class StatisticsPage extends LitElement {
  static override styles = [controls, surfaces, states, statisticsLooks]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.words.language] as const,
    task: ([tenant], { signal }) => this.client.readStatistics(tenant, signal),
  })

  override render() {
    const { statistics, common, formats } = this.words
    return html`
      <div>
        <h1>${statistics.heading}</h1>
        <p class="soft">${statistics.intro(formats.day(new Date().toISOString()))}</p>
      </div>
      ${this.loading.render({
        pending: () => pendingState(common.loading),
        error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.loading.run()),
        complete: (figures) => this.renderFigures(figures),
      })}
    `
  }

  private renderFigures(figures: StatisticsView) {
    const { statistics } = this.words
    const { total, byStatus, byCategory, hidesSmall } = figures
    if (total === 0) {
      return html`<ui-empty icon="chart" heading=${statistics.emptyHeading} text=${statistics.emptyText}></ui-empty>`
    }
    return html`
      ${this.renderHeadlines(figures)}
      ${hidesSmall ? html`<p class="soft small">${statistics.hidden}</p>` : nothing}
      <div class="lines">
        ${this.renderLines(statistics.byMonth, this.months(figures))}
        <div class="stack">
          ${this.renderLines(statistics.byCategory, byCategory)}
          ${this.renderLines(
            statistics.byStatus,
            byStatus.filter(({ cases }) => cases !== 0),
          )}
        </div>
      </div>
    `
  }

  private renderHeadlines({ total, overdue, inTimePercent, byStatus }: StatisticsView) {
    const { statistics, formats } = this.words
    const said = (value: number | null, hidden: string) =>
      value === null ? html`<span class="soft">${hidden}</span>` : formats.number(value)
    const seesCases = this.unit.permissions.includes('cases.read')
    return html`<dl class="headlines">
      <div><dt>${statistics.total}</dt><dd>${said(total, statistics.underFive)}</dd></div>
      <div>
        <dt>${statistics.running}</dt>
        <dd>${said(sumOf(byStatus.filter(({ status }) => running.includes(status))), statistics.blurred)}</dd>
      </div>
      <div>
        <dt>${statistics.overdue}</dt>
        <dd class=${overdue ? 'late' : ''}>${said(overdue, statistics.blurred)}</dd>
        ${
          seesCases && overdue
            ? html`<dd class="more"><a href="${casesAddress(this.unit.tenant)}?due=overdue">${statistics.openOverdue}</a></dd>`
            : nothing
        }
      </div>
      <div>
        <dt>${statistics.inTime}</dt>
        <dd>
          ${inTimePercent === null ? html`<span class="soft">${statistics.tooFew}</span>` : statistics.percent(inTimePercent)}
        </dd>
      </div>
    </dl>`
  }

  /** Newest first, without the empty months before the first complaint; what came before them last. */
  private months({ byMonth }: StatisticsView): readonly Line[] {
    const { statistics, formats } = this.words
    const first = byMonth.findIndex(({ cases }) => cases !== 0)
    return byMonth
      .slice(Math.max(first, 0))
      .map(({ month, cases }) => ({
        label: month === null ? statistics.earlier : formats.month(`${month}-15T00:00:00Z`),
        cases,
      }))
      .reverse()
  }

  private renderLines(heading: string, lines: readonly Line[]) {
    const most = Math.max(1, ...lines.map(({ cases }) => cases ?? 0))
    return html`<section class="card" aria-label=${heading}>
      <h2>${heading}</h2>
      <ul class="plain">${lines.map((line) => this.renderLine(line, most))}</ul>
    </section>`
  }

  private renderLine({ label, cases }: Line, most: number) {
    const { statistics, formats } = this.words
    return html`<li>
      <span>${label}</span>
      ${
        cases === null
          ? html`<span class="soft">${statistics.blurred}</span>`
          : html`<strong>${formats.number(cases)}</strong>`
      }
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect width=${(100 * (cases ?? 0)) / most} height="1"/>`}
      </svg>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'statistics-page': StatisticsPage
  }
}
