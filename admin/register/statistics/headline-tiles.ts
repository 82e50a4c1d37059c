import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ReportView, StatisticsView } from '../../../service/contract/figures.ts'
import { columnOf } from '../../page/page-column.ts'
import { controls, surfaces } from '../../ui/controls.ts'
import type { FiguresWording } from '../figures-wording.ts'
import type { Links } from './figure-tables.ts'
import { dayBefore, firstDayOf, type StatisticsWording } from './periods.ts'

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

  @property({ attribute: false }) tiles: readonly Tile[] = []

  override render() {
    return html`<dl>
      ${this.tiles.map(
        ({ label, big, isBad, more }) => html`<div>
          <dt>${label}</dt>
          <dd class="big ${isBad ? 'late' : ''}">${big}</dd>
          ${more.map((line) => html`<dd class="more">${line}</dd>`)}
        </div>`,
      )}
    </dl>`
  }
}

export interface Tile {
  readonly label: string
  readonly big: unknown
  readonly isBad?: boolean
  readonly more: readonly unknown[]
}

const linked = (cases: number, shown: string, href: string) => (cases > 0 ? html`<a href=${href}>${shown}</a>` : shown)

/** What somebody reads of a unit whose cases they may not read: small numbers are hidden, and nothing leads on. */
export function tilesOfUnit(figures: StatisticsView, { statistics, formats }: StatisticsWording): readonly Tile[] {
  const { total, open, overdue, fromBook, inTimePercent, inTime, late } = figures
  const count = (cases: number | null, hidden: string) =>
    cases === null ? html`<span class="soft">${hidden}</span>` : formats.number(cases)
  const answers =
    inTime === null || late === null
      ? []
      : [
          inTime + late === 0
            ? statistics.noAnswers
            : statistics.inTimeOf({ inTime: formats.number(inTime), all: formats.number(inTime + late) }),
        ]
  return [
    {
      label: statistics.total,
      big: count(total, statistics.underFive),
      more: fromBook ? [statistics.fromBook({ cases: formats.number(fromBook) })] : [],
    },
    { label: statistics.running, big: count(open, statistics.underFive), more: [] },
    { label: statistics.overdue, big: count(overdue, statistics.blurred), isBad: Boolean(overdue), more: [] },
    {
      label: statistics.inTime,
      big:
        inTimePercent === null
          ? html`<span class="soft">${statistics.tooFew}</span>`
          : statistics.percent({ share: inTimePercent }),
      more: answers,
    },
  ]
}

/** How a period went, and what waits now while it lasts; each number leads to its cases. */
export function tilesOfPeriod(
  report: ReportView,
  wording: StatisticsWording,
  words: FiguresWording,
  links: Links,
): readonly Tile[] {
  const { statistics, formats } = wording
  const { received, standing, open, late } = report
  const before = words.beforeSaid({ value: formats.number(received.before.cases) })
  const count = (cases: number, href: string) => linked(cases, formats.number(cases), href)
  return [
    {
      label: statistics.total,
      big: count(received.now.cases, links.inPeriod({ figure: 'received' })),
      more: standing ? [before, words.unfinished] : [before],
    },
    standing
      ? { label: statistics.running, big: count(standing.open, links.whenever({ figure: 'open' })), more: [] }
      : { label: words.names.open, big: count(open.cases, links.inPeriod({ figure: 'open' })), more: [] },
    standing
      ? {
          label: statistics.overdue,
          big: count(standing.late, links.whenever({ figure: 'late' })),
          isBad: standing.late > 0,
          more: [],
        }
      : {
          label: words.names.late,
          big: count(late.cases, links.inPeriod({ figure: 'late' })),
          isBad: late.cases > 0,
          more: [],
        },
    inTimeTile(report, wording, words, links),
    satisfactionTile(report, wording, words, links),
  ]
}

/** Its parts add up to what it is a share of, and each of them leads to its cases. */
function inTimeTile(
  { period, measures, inTimePercent, standing }: ReportView,
  { statistics, formats }: StatisticsWording,
  words: FiguresWording,
  links: Links,
): Tile {
  const measured = measures.find(({ name }) => name === 'in_time')?.now
  const [inTime, all] = [measured?.part?.cases ?? 0, measured?.of.cases ?? 0]
  const earlier = standing?.lateEarlier ?? 0
  const to = dayBefore(firstDayOf(period))
  const part = (cases: number, say: (values: { cases: string }) => string, href: string) =>
    cases > 0 ? [linked(cases, say({ cases: formats.number(cases) }), href)] : []
  return {
    label: statistics.inTime,
    big: inTimePercent.now === null ? words.none : statistics.percent({ share: inTimePercent.now }),
    more: [
      ...part(inTime, words.inTimeOnes, links.inPeriod({ figure: 'in_time' })),
      ...part(all - inTime, words.outOfTimeOnes, links.inPeriod({ figure: 'out_of_time' })),
      ...part(earlier, words.lateEarlier, links.whenever({ figure: 'late', to })),
      ...(inTimePercent.before === null ? [] : [statistics.percentBefore({ share: inTimePercent.before })]),
    ],
  }
}

/** It stands beside the dates, because a fast answer need not be a good one. */
function satisfactionTile(
  { averageStars, measures }: ReportView,
  { formats }: StatisticsWording,
  words: FiguresWording,
  links: Links,
): Tile {
  const rated = measures.find(({ name }) => name === 'rated')?.now
  const stars = (average: number) => words.stars({ stars: formats.number(average) })
  return {
    label: words.satisfaction,
    big: averageStars.now === null ? words.none : stars(averageStars.now),
    more: [
      ...(rated?.part
        ? [
            linked(
              rated.part.cases,
              words.ratedOf({ rated: formats.number(rated.part.cases), answered: formats.number(rated.of.cases) }),
              links.inPeriod({ figure: 'rated' }),
            ),
          ]
        : []),
      ...(averageStars.before === null ? [] : [words.beforeSaid({ value: stars(averageStars.before) })]),
    ],
  }
}

export const statisticsLooks = css`
  ${columnOf(1040)}
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .choice .field {
    flex: 0 1 240px;
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .lines {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
  }
  .card {
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  @media (max-width: 900px) {
    .lines {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
