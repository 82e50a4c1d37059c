import { html, nothing } from 'lit'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { firstDayOf, lastDayOf, type Months, offeredPeriods, periodName } from './periods.ts'
import type { StatisticsWording } from './statistics-wording.ts'

const OWN = 'own'

/** The periods that are asked about most, and two dates for any other. */
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
