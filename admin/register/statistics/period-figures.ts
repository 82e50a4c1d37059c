import '../../ui/bar-list.ts'
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ReportView } from '../../../service/contract/figures.ts'
import { labelChip, labelLooks } from '../../page/label-chips.ts'
import { langOf, type OwnTexts, ownWords } from '../../page/own-words.ts'
import type { Bar } from '../../ui/bar-list.ts'
import { controls, surfaces } from '../../ui/controls.ts'
import { barsOf, columnsOf, figureTables, type Links } from './figure-tables.ts'
import type { StatisticsWording } from './periods.ts'
import '../../ui/column-chart.ts'
import improvementWording from '../../texts/improvement.json'
import labelsWording from '../../texts/labels.json'
import type { Column } from '../../ui/column-chart.ts'
import type { FiguresWording } from '../figures-wording.ts'

type Measure = ReportView['measures'][number]
type Measured = Measure['now']
type Counted = Measured['of']

/** So many groups are shown with what the office changed. */
const LARGEST = 3

/** More days than these are shown a few at a time, the last one among them. */
const MOST_DAYS = 31

/** How it went in a period, beside the period before; each number leads to just the cases that it counts. */
@customElement('period-figures')
export class PeriodFigures extends LitElement {
  static override styles = [controls, surfaces, labelLooks, figureTables]

  @property({ attribute: false }) own!: OwnTexts
  @property({ attribute: false }) wording!: StatisticsWording
  @property({ attribute: false }) words!: FiguresWording
  @property({ attribute: false }) report!: ReportView
  @property({ attribute: false }) links!: Links
  @property({ attribute: false }) linksBefore!: Links

  override render() {
    const { words, report } = this
    const { statistics } = this.wording
    return html`
      ${report.isPartial ? html`<p class="soft">${words.partial}</p>` : nothing}
      ${report.leftOut.map(
        ({ series, from, to }) =>
          html`<p class="banner">${words.leftOut({ series, from: String(from), to: String(to) })}</p>`,
      )}
      ${this.renderCard(words.waits, this.renderWaits())}
      ${this.renderCard(statistics.inflow[report.inflowBy], this.renderColumns(columnsOf(report, this.wording, this.links)))}
      ${this.renderCard(words.backlog, this.renderColumns(this.backlog))}
      ${this.renderCard(words.heading, this.renderMeasures())}
      <div class="lines">
        ${this.lists.map(([heading, bars]) => this.renderCard(heading, this.renderBars(bars)))}
      </div>
      ${this.renderCard(words.byCategory, this.renderCategories())}
      ${report.byLabel.length > 0 ? this.renderCard(labelsWording(this.wording).byLabel, this.renderLabels()) : nothing}
      ${this.renderCard(words.recurring, this.renderRecurring())}
      <p class="soft small">${words.rule}</p>
    `
  }

  private renderCard(heading: string, content: unknown) {
    return html`<section class="card" aria-label=${heading}><h2>${heading}</h2>${content}</section>`
  }

  private renderColumns(columns: readonly Column[]) {
    return html`<ui-columns as-table=${this.wording.statistics.asTable} .columns=${columns}></ui-columns>`
  }

  private renderBars(bars: readonly Bar[]) {
    const { statistics } = this.wording
    return bars.length > 0
      ? html`<ui-bars as-table=${statistics.asTable} .bars=${bars}></ui-bars>`
      : html`<p class="soft">${statistics.nothing}</p>`
  }

  private renderWaits() {
    const { words, report, links } = this
    const number = (days: number) => this.wording.formats.number(days)
    const bars = report.measures
      .filter(({ unit }) => unit === 'days')
      .map(({ name, now: { value, ninetieth, of } }): Bar => {
        const days = [
          ...(value === null ? [] : [words.medianOf({ days: number(value) })]),
          ...(ninetieth === null ? [] : [words.ninetieth({ days: number(ninetieth) })]),
          ...(of.cases > 0 ? [words.done({ cases: number(of.cases) })] : []),
        ]
        return {
          label: words.measures[name],
          value,
          beyond: ninetieth,
          shown: days.join(' · ') || words.none,
          href: of.cases > 0 ? links.inPeriod({ figure: of.figure }) : undefined,
        }
      })
    return html`${this.renderBars(bars)}<p class="soft small">${words.waitsRule}</p>`
  }

  private get lists(): readonly (readonly [heading: string, bars: readonly Bar[]])[] {
    const { report, links, words } = this
    const { statistics } = this.wording
    const { standing, byCategory, byChannel, byOutcome, byStatus, byStars, recurring } = report
    const bars = barsOf(
      {
        ...{ byChannel, byOutcome, byStatus, byStars, byAge: standing?.byAge ?? [] },
        byCategory: byCategory.map(({ category, label, received }) => ({ category, label, cases: received })),
      },
      this.wording,
      links,
      this.own,
    )
    const places = recurring.map(
      ({ name, label, place, category, cases }): Bar => ({
        ...{ label: `${name} · ${label}`, lang: langOf(this.own, label) },
        value: cases,
        shown: this.wording.formats.number(cases),
        href: links.inPeriod({ place, category }),
      }),
    )
    return [
      [statistics.byCategory, bars.categories],
      [statistics.byChannel, bars.channels],
      [words.byPlace, places],
      [statistics.byStatus, bars.statuses],
      [statistics.byOutcome, bars.outcomes],
      [statistics.byStars, bars.stars],
      ...(standing ? [[statistics.byAge, bars.ages] as const] : []),
    ]
  }

  private renderMeasures() {
    const { words, report } = this
    return html`<div class="scroll"><table>
      <thead><tr>
        <th scope="col">${words.measure}</th>
        <th scope="col">${words.thisPeriod}</th>
        <th scope="col">${words.before}</th>
        <th scope="col">${words.change}</th>
      </tr></thead>
      <tbody>
        ${report.measures.map(
          ({ name, now, before, change, isOfFew }) => html`<tr>
            <th scope="row">${words.measures[name]}</th>
            <td>${this.renderValue(now, this.links)}</td>
            <td>${this.renderValue(before, this.linksBefore)}</td>
            <td class=${change ?? ''}>
              ${change ? words.changes[change] : words.none}${
                change && isOfFew ? html`<abbr title=${words.fewCases}>*</abbr>` : nothing
              }
            </td>
          </tr>`,
        )}
      </tbody>
    </table></div>
    <p class="soft small">* ${words.fewCases}</p>`
  }

  private renderValue({ value, ninetieth, part, of, undone }: Measured, links: Links) {
    const { words } = this
    const number = (cases: number) => this.wording.formats.number(cases)
    if (part) {
      return html`<strong>${value === null ? words.none : words.share({ percent: number(value) })}</strong>
        <span>${this.renderCount(part, number(part.cases), links)} ${this.renderCount(of, words.partOf({ of: number(of.cases) }), links)}</span>`
    }
    return html`<strong>${value === null ? words.none : words.medianOf({ days: number(value) })}</strong>
      ${ninetieth === null ? nothing : html`<span>${words.ninetieth({ days: number(ninetieth) })}</span>`}
      <span>
        ${this.renderCount(of, words.done({ cases: number(of.cases) }), links)}
        ${undone && undone.cases > 0 ? this.renderCount(undone, words.undone({ cases: number(undone.cases) }), links) : nothing}
      </span>`
  }

  private renderCount({ figure, cases }: Counted, shown: string, links: Links) {
    return this.renderLink(links.inPeriod({ figure }), cases, shown)
  }

  private renderLink(href: string, cases: number, shown = this.wording.formats.number(cases)) {
    return cases > 0 ? html`<a href=${href}>${shown}</a>` : shown
  }

  private get backlog(): Column[] {
    const { formats } = this.wording
    const { backlog } = this.report
    const step = Math.ceil(backlog.length / MOST_DAYS)
    let month = ''
    return backlog
      .filter((_, at) => (backlog.length - 1 - at) % step === 0)
      .map(({ day, cases }) => {
        const isNew = day.slice(0, 7) !== month
        month = day.slice(0, 7)
        return {
          label: formats.days(day, day),
          short: `${Number(day.slice(8))}\n${isNew ? formats.shortMonth(day) : ''}`,
          value: cases,
          shown: formats.number(cases),
          href: this.links.whenever({ openOn: day }),
        }
      })
  }

  private renderCategories() {
    const { words, report } = this
    const { formats } = this.wording
    const days = (value: number | null) => (value === null ? words.none : words.days({ days: formats.number(value) }))
    return html`<div class="scroll"><table>
      <thead><tr>
        ${[words.category, words.received, words.inTime, words.median, words.ninetiethHeading].map(
          (heading) => html`<th scope="col">${heading}</th>`,
        )}
      </tr></thead>
      <tbody>
        ${report.byCategory.map(
          ({ category, label, received, inTime, timed, toAnswer }) => html`<tr>
            <th scope="row">${ownWords(this.own, label)}</th>
            <td>${this.renderLink(this.links.inPeriod({ figure: 'received', category }), received)}</td>
            <td>
              ${this.renderLink(this.links.inPeriod({ figure: 'in_time', category }), inTime)}
              ${this.renderLink(this.links.inPeriod({ figure: 'timed', category }), timed, words.partOf({ of: formats.number(timed) }))}
            </td>
            <td>${days(toAnswer.median)}</td>
            <td>${days(toAnswer.ninetieth)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`
  }

  private renderLabels() {
    return html`<ul class="plain">
      ${this.report.byLabel.map(
        ({ cases, ...label }) => html`<li class="spread">
          ${labelChip(label)} ${this.renderLink(this.links.inPeriod({ figure: 'received', label: label.id }), cases)}
        </li>`,
      )}
    </ul>`
  }

  private renderImprovement(improvement: ReportView['recurring'][number]['improvement']) {
    const words = improvementWording(this.wording)
    if (!improvement) return html`<p class="soft small">${words.notNamed}</p>`
    const { cause, change, owner, checkOn } = improvement
    const { formats } = this.wording
    return html`<p class="soft small">${words.causes[cause]}: ${change}</p>
      <p class="soft small">
        ${words.answersFor({ who: owner })} · ${checkOn ? words.checkedOn({ day: formats.day(checkOn) }) : words.holds}
      </p>`
  }

  private renderRecurring() {
    const { words, report } = this
    if (report.recurring.length === 0) return html`<p class="soft">${words.noneRecurring}</p>`
    return html`<div class="scroll"><table>
      <thead><tr>
        ${[words.place, words.category, words.cases].map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr></thead>
      <tbody>
        ${report.recurring.map(
          ({ place, name, category, label, cases, improvement }, at) => html`<tr>
            <th scope="row">${name}${at < LARGEST ? this.renderImprovement(improvement) : nothing}</th>
            <td>${ownWords(this.own, label)}</td>
            <td>${this.renderLink(this.links.inPeriod({ place, category }), cases)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`
  }
}
