import { css, html, nothing } from 'lit'
import type { StatisticsView } from '../../../service/contract/figures.ts'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import { casesAddress } from '../../page/addresses.ts'
import { categoryChoice, langOf, type OwnTexts } from '../../page/own-words.ts'
import type { Bar } from '../../ui/bar-list.ts'
import type { Column } from '../../ui/column-chart.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { firstDayOf, lastDayOf, type Months, offeredPeriods, periodName, type StatisticsWording } from './periods.ts'

export interface Links {
  /** Counts cases that were received in the period. */
  inPeriod(filter: Readonly<Record<string, string>>): string
  /** Counts cases, whenever they were received. */
  whenever(filter: Readonly<Record<string, string>>): string
}

export function linksTo(tenant: string, period: Months, category: string | null): Links {
  const address = (filter: Readonly<Record<string, string>>) =>
    `${casesAddress(tenant)}?${new URLSearchParams({ status: 'all', ...(category && { category }), ...filter })}`
  return {
    inPeriod: (filter) => address({ from: firstDayOf(period), to: lastDayOf(period), ...filter }),
    whenever: address,
  }
}

const showCases =
  ({ statistics, formats }: StatisticsWording) =>
  (cases: number | null): string =>
    cases === null ? statistics.blurred : formats.number(cases)

/** Weeks or months as columns; months before the first complaint are left out. */
export function columnsOf(
  { inflow, inflowBy }: Pick<StatisticsView, 'inflow'> & { readonly inflowBy: 'day' | 'week' | 'month' },
  wording: StatisticsWording,
  links: Links | null,
): Column[] {
  const { statistics, formats } = wording
  const shown = showCases(wording)
  const first = inflow.findIndex(({ cases }) => cases !== 0)
  const shownInflow = inflowBy === 'month' ? inflow.slice(Math.max(first, 0)) : inflow
  let month = ''
  /** The month stands only where it begins. */
  const dayBelow = (day: string) => {
    const isNew = day.slice(0, 7) !== month
    month = day.slice(0, 7)
    return `${Number(day.slice(8))}\n${isNew ? formats.shortMonth(day) : ''}`
  }
  return shownInflow.map(({ from, to, cases }) => ({
    ...(from === null
      ? { label: statistics.earlier, short: '…' }
      : inflowBy !== 'month'
        ? { label: formats.days(from, to), short: dayBelow(from) }
        : { label: formats.months(from, from), short: formats.shortMonth(from) }),
    value: cases,
    shown: shown(cases),
    href: from === null ? undefined : links?.whenever({ figure: 'received', from, to }),
  }))
}

type Lists = Pick<StatisticsView, 'byAge' | 'byCategory' | 'byOutcome' | 'byChannel' | 'byStatus' | 'byStars'>

/** The lists of the figures as bars, each with its way to the cases. What nothing was counted for is left out. */
export function barsOf(figures: Lists, wording: StatisticsWording, links: Links | null, own: OwnTexts) {
  const { statistics } = wording
  const shown = showCases(wording)
  const counted = <Line extends { readonly cases: number | null }>(
    lines: readonly Line[],
    barOf: (line: Line) => Omit<Bar, 'value' | 'shown'>,
  ): Bar[] =>
    lines
      .filter(({ cases }) => cases !== 0)
      .map((line) => ({ ...barOf(line), value: line.cases, shown: shown(line.cases) }))
  const rated = figures.byStars.some(({ cases }) => cases !== 0)
  return {
    ages: agesIn(figures, wording, links).filter(({ value }) => value !== 0),
    categories: counted(figures.byCategory, ({ label, category }) => ({
      ...{ label, lang: langOf(own, label) },
      href: links?.inPeriod({ figure: 'received', category }),
    })),
    outcomes: counted(figures.byOutcome, ({ label, outcome }) => ({
      label,
      href: links?.inPeriod({ figure: 'answered', outcome }),
    })),
    channels: counted(figures.byChannel, ({ label, channel }) => ({
      label,
      href: links?.inPeriod({ figure: 'received', channel }),
    })),
    statuses: counted(figures.byStatus, ({ label, status }) => ({
      label,
      href: links?.inPeriod({ figure: 'received', status }),
    })),
    stars: rated
      ? figures.byStars.map(
          ({ stars, cases }): Bar => ({
            label: statistics.starsSaid({ stars }),
            value: cases,
            shown: shown(cases),
            href: links?.inPeriod({ figure: 'rated', stars: String(stars) }),
            tone: stars <= 2 ? 'bad' : 'usual',
          }),
        )
      : [],
  }
}

function agesIn({ byAge }: Lists, wording: StatisticsWording, links: Links | null): Bar[] {
  const { ages } = wording.statistics
  const shown = showCases(wording)
  let younger: number | null = null
  return byAge.map(({ from, to, days, cases }) => {
    const label =
      days === null
        ? ages.last({ days: younger ?? 0 })
        : younger === null
          ? ages.first({ days })
          : ages.between({ from: younger + 1, to: days })
    younger = days
    const href = links?.whenever({ figure: 'open', ...(from && { from }), to })
    return { label, value: cases, shown: shown(cases), href, tone: days === null ? 'bad' : 'usual' }
  })
}

export const figureTables = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .lines {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
  }
  @media (max-width: 900px) {
    .lines {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .card {
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    min-inline-size: 36rem;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 8px 16px 8px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 400;
  }
  tbody th {
    font-weight: 400;
  }
  td span {
    display: block;
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  td a {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 2px;
    color: inherit;
  }
  .worse {
    color: var(--danger);
  }
  abbr {
    text-decoration: none;
  }
  @media print {
    .card {
      break-inside: avoid;
    }
    .scroll {
      overflow: visible;
    }
    table {
      min-inline-size: 0;
    }
  }
`

const OWN = 'own'

export function choosePeriod({
  words,
  period,
  id,
  chosen,
}: {
  readonly words: StatisticsWording
  readonly period: Months
  readonly id: string
  readonly chosen: (id: string) => void
}) {
  const { statistics, formats } = words
  const { periods } = statistics
  const today = formats.today()
  const offered = offeredPeriods(today, words)
  const isOffered = offered.some(({ value }) => value === id)
  const show = (event: SubmitEvent) => {
    event.preventDefault()
    const written = new FormData(formIn(event))
    const [from, to] = [textIn(written, 'from'), textIn(written, 'to')]
    if (from && to) chosen(from <= to ? `${from}_${to}` : `${to}_${from}`)
  }
  return html`
    ${selectField({
      name: 'period',
      label: statistics.period,
      value: isOffered ? id : OWN,
      options: [
        ...offered,
        { value: OWN, label: isOffered ? periods.own : `${periods.own}: ${periodName(period, words)}` },
      ],
      chosen: (value) => chosen(value === OWN ? `${firstDayOf(period)}_${earlier(lastDayOf(period), today)}` : value),
    })}
    ${
      isOffered
        ? nothing
        : html`<form class="dates" @submit=${show}>
            ${textField({ name: 'from', label: periods.from, type: 'date', value: firstDayOf(period) })}
            ${textField({ name: 'to', label: periods.to, type: 'date', value: lastDayOf(period) })}
            <button>${periods.show}</button>
          </form>`
    }
  `
}

const earlier = (one: string, other: string): string => (one < other ? one : other)

export const chooseCategory = ({
  words: { statistics },
  view,
  category,
  chosen,
}: {
  readonly words: StatisticsWording
  readonly view: WholeTenantView
  readonly category: string
  readonly chosen: (category: string) => void
}) =>
  selectField({
    name: 'category',
    label: statistics.category,
    value: category,
    options: [{ value: '', label: statistics.anyCategory }, ...view.categories.map(categoryChoice(view))],
    chosen,
  })
