import { css, html } from 'lit'
import type { ClockDaysView } from '../../service/contract/complaint-view.ts'
import type { Wording } from '../wording/wording.ts'

type Counted = ClockDaysView['clocks'][number]

const MONDAY_FIRST = 6
const atNoon = (day: string) => `${day}T05:00:00Z`

/** Weekdays from 0 for Monday. */
const columnOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + MONDAY_FIRST) % 7

/** Shows how a date was counted, day by day: as a small calendar, and as text. */
export function dayByDay({ days, groups }: Counted, wording: Wording) {
  if (days.length === 0) return html`<p class="soft">${wording.casePage.countedInHours}</p>`
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))]
  return html`<div class="months" aria-hidden="true">${months.map((month) => renderMonth(month, days, wording))}</div>
    <dl class="groups">
      ${groups.map(({ when, what, kind }) => html`<div class=${kind}><dt>${when}</dt><dd>${what}</dd></div>`)}
    </dl>`
}

function renderMonth(month: string, days: Counted['days'], { formats, casePage }: Wording) {
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const last = days.at(-1)?.day
  return html`<div class="month">
    <p>${formats.month(atNoon(`${month}-01`))}</p>
    <div class="grid">
      ${casePage.shortWeekdays.map((weekday) => html`<span>${weekday}</span>`)}
      ${Array.from({ length: columnOf(`${month}-01`) }, () => html`<i></i>`)}
      ${Array.from({ length }, (_, at) => {
        const day = `${month}-${String(at + 1).padStart(2, '0')}`
        const explained = days.find((one) => one.day === day)
        return html`<i class="${explained?.kind ?? 'outside'} ${day === last ? 'last' : ''}">${at + 1}${explained?.count ? html`<b>${explained.count}</b>` : ''}</i>`
      })}
    </div>
  </div>`
}

export const dayByDayLooks = css`
  .months {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    margin-block: 8px 12px;
  }
  .month p {
    margin: 0 0 4px;
    font-weight: 600;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 34px));
    gap: 2px;
    font-variant-numeric: tabular-nums;
  }
  .grid span {
    color: var(--ink-soft);
    font-size: 12px;
    text-align: center;
  }
  .grid i {
    display: grid;
    align-content: center;
    min-block-size: 34px;
    border-radius: 4px;
    font-size: 12px;
    font-style: normal;
    line-height: 1.15;
    text-align: center;
  }
  .grid b {
    font-size: 13px;
  }
  .grid .outside {
    color: var(--ink-soft);
  }
  .grid .counted,
  .grid .added {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .grid .added {
    outline: 1px dashed var(--accent);
  }
  .grid .begin {
    border: 2px solid var(--accent);
  }
  .grid .weekly,
  .grid .closed {
    background: var(--paper);
    color: var(--ink-soft);
  }
  .grid .national,
  .grid .collective_leave,
  .grid .local {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .grid .paused {
    background: var(--warn-soft);
  }
  .grid i.last {
    background: var(--accent);
    color: var(--surface);
  }
  .groups {
    margin: 0;
  }
  .groups div {
    display: grid;
    grid-template-columns: minmax(96px, 128px) minmax(0, 1fr);
    gap: 0 12px;
    padding-block: 4px;
    border-block-start: 1px solid var(--line);
  }
  .groups dd {
    margin: 0;
  }
  .groups .counted,
  .groups .added {
    font-weight: 600;
  }
`
