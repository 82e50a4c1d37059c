import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ReportView } from '../../../service/contract/report-view.ts'
import type { StatisticsView } from '../../../service/contract/statistics-view.ts'
import { controls } from '../../ui/controls.ts'
import { surfaces } from '../../ui/surfaces.ts'
import type { FiguresWording } from '../figures-wording.ts'
import type { Links } from './bars-of-figures.ts'
import type { StatisticsWording } from './statistics-wording.ts'

/** The four numbers that say how a unit is doing. */
@customElement('headline-figures')
export class HeadlineFigures extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: 12px;
      }
      dl > div {
        display: grid;
        align-content: start;
        padding: 14px 20px;
        border-radius: var(--radius-large);
        background: var(--surface);
      }
      dt,
      dd.more {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      dd {
        font-variant-numeric: tabular-nums;
      }
      dd.big {
        font-size: 1.75rem;
        font-weight: 650;
        line-height: 1.3;
      }
      dd.big a {
        display: inline-block;
        min-inline-size: 24px;
        color: inherit;
        text-decoration-color: var(--line-strong);
        text-decoration-thickness: 1px;
      }
      dd.big .soft {
        font-weight: 400;
      }
      .late {
        color: var(--danger);
      }
      dd.more a {
        display: inline-block;
        padding-block: 2px;
      }
      @media (max-width: 900px) {
        dl {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      @media (max-width: 640px) {
        dl > div {
          padding: 12px 14px;
        }
      }
    `,
  ]

  @property({ attribute: false }) wording!: StatisticsWording
  @property({ attribute: false }) figures!: StatisticsView
  @property({ attribute: false }) words!: FiguresWording
  /** `null`: the viewer reads no cases. */
  @property({ attribute: false }) report: ReportView | null = null
  @property({ attribute: false }) links: Links | null = null

  override render() {
    const { statistics, formats } = this.wording
    const { total, before, open, overdue, fromBook } = this.figures
    return html`<dl>
      <div>
        <dt>${statistics.total}</dt>
        <dd class="big">${this.renderCount(total, this.links?.inPeriod({}), statistics.underFive)}</dd>
        ${before ? html`<dd class="more">${statistics.before(formats.number(before.total))}</dd>` : nothing}
        ${fromBook ? html`<dd class="more">${statistics.fromBook(formats.number(fromBook))}</dd>` : nothing}
      </div>
      <div>
        <dt>${statistics.running}</dt>
        <dd class="big">${this.renderCount(open, this.links?.whenever({ status: 'open' }), statistics.underFive)}</dd>
      </div>
      <div>
        <dt>${statistics.overdue}</dt>
        <dd class="big ${overdue ? 'late' : ''}">
          ${this.renderCount(overdue, this.links?.whenever({ due: 'overdue' }))}
        </dd>
      </div>
      <div>${this.report ? this.renderMeasuredInTime(this.report) : this.renderInTime()}</div>
      ${this.report ? html`<div>${this.renderSatisfaction(this.report)}</div>` : nothing}
    </dl>`
  }

  private renderCount(count: number | null, href: string | undefined, hidden = this.wording.statistics.blurred) {
    if (count === null) return html`<span class="soft">${hidden}</span>`
    const shown = this.wording.formats.number(count)
    return href && count > 0 ? html`<a href=${href}>${shown}</a>` : shown
  }

  /** The same share as among the measures: it knows those who wait beyond their date. */
  private renderMeasuredInTime({ measures }: ReportView) {
    const { statistics, formats } = this.wording
    const inTime = measures.find(({ name }) => name === 'in_time')
    if (!inTime?.now.part) return nothing
    const { now, before } = inTime
    const { part, of } = now
    return html`<dt>${statistics.inTime}</dt>
      <dd class="big">${now.value === null ? this.words.none : statistics.percent(now.value)}</dd>
      <dd class="more">
        ${this.renderCount(part?.cases ?? 0, this.links?.inPeriod({ figure: 'in_time' }))}
        ${this.words.partOf(formats.number(of.cases))}
      </dd>
      ${before.value === null ? nothing : html`<dd class="more">${statistics.percentBefore(before.value)}</dd>`}`
  }

  /** It stands beside the dates, because a fast answer need not be a good one. */
  private renderSatisfaction({ averageStars, measures }: ReportView) {
    const { formats } = this.wording
    const { words } = this
    const rated = measures.find(({ name }) => name === 'rated')?.now
    return html`<dt>${words.satisfaction}</dt>
      <dd class="big">${averageStars.now === null ? words.none : words.stars(formats.number(averageStars.now))}</dd>
      ${
        rated?.part
          ? html`<dd class="more">${words.ratedOf(formats.number(rated.part.cases), formats.number(rated.of.cases))}</dd>`
          : nothing
      }
      ${
        averageStars.before === null
          ? nothing
          : html`<dd class="more">${words.beforeSaid(words.stars(formats.number(averageStars.before)))}</dd>`
      }`
  }

  private renderInTime() {
    const { statistics, formats } = this.wording
    const { inTimePercent, inTime, late, before } = this.figures
    const percent = before?.inTimePercent ?? null
    return html`<dt>${statistics.inTime}</dt>
      <dd class="big">
        ${inTimePercent === null ? html`<span class="soft">${statistics.tooFew}</span>` : statistics.percent(inTimePercent)}
      </dd>
      ${
        inTime === null || late === null
          ? nothing
          : html`<dd class="more">
              ${
                inTime + late === 0
                  ? statistics.noAnswers
                  : this.renderLink(
                      statistics.inTimeOf(formats.number(inTime), formats.number(inTime + late)),
                      inTime,
                      'in_time',
                    )
              }
              ${late > 0 ? html`· ${this.renderLink(statistics.lateOnes(formats.number(late)), late, 'late')}` : nothing}
            </dd>`
      }
      ${percent === null ? nothing : html`<dd class="more">${statistics.percentBefore(percent)}</dd>`}`
  }

  private renderLink(shown: string, count: number, timeliness: string) {
    return this.links && count > 0 ? html`<a href=${this.links.inPeriod({ timeliness })}>${shown}</a>` : shown
  }
}
