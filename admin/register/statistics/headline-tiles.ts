import { html } from 'lit'
import type { ReportView } from '../../../service/contract/report-view.ts'
import type { StatisticsView } from '../../../service/contract/statistics-view.ts'
import type { FiguresWording } from '../figures-wording.ts'
import type { Links } from './bars-of-figures.ts'
import { dayBefore, firstDayOf } from './periods.ts'
import type { StatisticsWording } from './statistics-wording.ts'

/** One of the few numbers on top: what it is, how much, and what stands below it. */
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
            : statistics.inTimeOf(formats.number(inTime), formats.number(inTime + late)),
        ]
  return [
    {
      label: statistics.total,
      big: count(total, statistics.underFive),
      more: fromBook ? [statistics.fromBook(formats.number(fromBook))] : [],
    },
    { label: statistics.running, big: count(open, statistics.underFive), more: [] },
    { label: statistics.overdue, big: count(overdue, statistics.blurred), isBad: Boolean(overdue), more: [] },
    {
      label: statistics.inTime,
      big:
        inTimePercent === null
          ? html`<span class="soft">${statistics.tooFew}</span>`
          : statistics.percent(inTimePercent),
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
  const before = words.beforeSaid(formats.number(received.before.cases))
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
  const part = (cases: number, say: (cases: string) => string, href: string) =>
    cases > 0 ? [linked(cases, say(formats.number(cases)), href)] : []
  return {
    label: statistics.inTime,
    big: inTimePercent.now === null ? words.none : statistics.percent(inTimePercent.now),
    more: [
      ...part(inTime, words.inTimeOnes, links.inPeriod({ figure: 'in_time' })),
      ...part(all - inTime, words.outOfTimeOnes, links.inPeriod({ figure: 'out_of_time' })),
      ...part(earlier, words.lateEarlier, links.whenever({ figure: 'late', to })),
      ...(inTimePercent.before === null ? [] : [statistics.percentBefore(inTimePercent.before)]),
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
  const stars = (average: number) => words.stars(formats.number(average))
  return {
    label: words.satisfaction,
    big: averageStars.now === null ? words.none : stars(averageStars.now),
    more: [
      ...(rated?.part
        ? [
            linked(
              rated.part.cases,
              words.ratedOf(formats.number(rated.part.cases), formats.number(rated.of.cases)),
              links.inPeriod({ figure: 'rated' }),
            ),
          ]
        : []),
      ...(averageStars.before === null ? [] : [words.beforeSaid(stars(averageStars.before))]),
    ],
  }
}
