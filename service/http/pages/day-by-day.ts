import { html } from 'hono/html'
import type { ClockDaysView } from '../../contract/complaint-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Page } from './page.ts'
import { type PageTexts, pageTexts } from './page-texts.ts'

type Days = ClockDaysView['clocks'][number]

const MONDAY_FIRST = 6

/** The column of a day, 0 being Monday. */
const columnOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + MONDAY_FIRST) % 7

/** Shows how a date was counted: a small calendar, and the same as sentences. It opens without JavaScript. */
export function dayByDay(counted: Days | undefined, language: Language): Page | '' {
  if (!counted || counted.days.length === 0) return ''
  const { dayByDay: words } = pageTexts[language].follow
  const months = [...new Set(counted.days.map(({ day }) => day.slice(0, 7)))]
  return html`<details class="day-by-day"><summary class="day-opener">${words.heading}</summary>
<div class="months" aria-hidden="true">${months.map((month) => monthTable(month, counted.days, words))}</div>
<dl class="day-groups">${counted.groups.map(
    ({ when, what, kind }) => html`<div class="day-row kind-${kind}"><dt>${when}</dt><dd>${what}</dd></div>`,
  )}</dl></details>`
}

type Words = PageTexts['follow']['dayByDay']

function monthTable(month: string, days: Days['days'], words: Words): Page {
  const inMonth = days.filter(({ day }) => day.startsWith(month))
  const first = `${month}-01`
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const cells = Array.from({ length }, (_, at) => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`
    const explained = inMonth.find((one) => one.day === day)
    const isLast = day === days.at(-1)?.day
    return html`<i class="${explained ? `kind-${explained.kind}` : 'outside'}${isLast ? ' last' : ''}">${at + 1}${explained?.count ? html`<b>${explained.count}</b>` : ''}</i>`
  })
  return html`<div class="month"><p>${words.months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}</p>
<div class="grid">${words.weekdays.map((weekday) => html`<span>${weekday}</span>`)}${Array.from({ length: columnOf(first) }, () => html`<i></i>`)}${cells}</div></div>`
}
