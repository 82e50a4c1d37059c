import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ClockDaysView, ClockView, DelayView } from '../../service/contract/complaint-view.ts'
import { badges, dueWords } from '../page/case-badges.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'

type Counted = ClockDaysView['clocks'][number]

const MONDAY_FIRST = 6
const atNoon = (day: string) => `${day}T05:00:00Z`

/** Weekdays from 0 for Monday. */
const columnOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + MONDAY_FIRST) % 7

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

@customElement('case-clocks')
export class CaseClocks extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    dayByDayLooks,
    css`
      ul {
        display: grid;
        gap: 10px;
      }
      li.over {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      li.over .label {
        grid-column: 1 / -1;
      }
      /* How it was counted opens below; when it was over stands at the end of the same line. */
      li.over details {
        grid-area: 2 / 1 / auto / -1;
      }
      li.over .spread {
        z-index: 1;
        grid-area: 2 / 2;
        align-self: start;
      }
      summary {
        color: var(--accent);
        cursor: pointer;
      }
      .label {
        font-weight: 600;
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: false }) clocks: readonly ClockView[] = []
  @property({ attribute: false }) delay: DelayView | null = null

  /** Asked for when somebody opens a count; each reading of a case is a line of the log. */
  @state() private counted: ClockDaysView | null = null
  private readonly attempt = new Attempt(this)

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('clocks')) this.counted = null
  }

  override render() {
    const { casePage } = this.wording
    const order = (clock: ClockView) => `${clock.stoppedAt === null ? 0 : 1}${clock.dueAt}`
    const numbered = this.clocks.map((clock, at) => ({ clock, at }))
    const sorted = numbered.sort((one, other) => order(one.clock).localeCompare(order(other.clock)))
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading">${casePage.clocks}</h2>
        <p class="soft small">${casePage.clocksHint}</p>
      </div>
      ${this.delay ? this.renderDelay(this.delay) : nothing}
      ${
        sorted.length === 0
          ? html`<p class="soft">${casePage.noClocks}</p>`
          : html`<ul class="plain">${sorted.map(({ clock, at }) => this.renderClock(clock, at))}</ul>`
      }
    </section>`
  }

  private renderDelay({ clocks, explanations }: DelayView) {
    const { casePage, formats } = this.wording
    return html`<div class="banner ${explanations.length > 0 ? 'warn' : 'danger'}">
      ${icons.alert}
      <div class="stack">
        ${clocks.map(
          ({ label, dueAt, newDate }) => html`<p>
            <strong>${casePage.late({ clock: label, date: formats.day(dueAt) })}</strong>${newDate ? html` ${casePage.promised({ date: formats.day(newDate) })}` : nothing}
          </p>`,
        )}
        ${explanations.length === 0 ? html`<p>${casePage.unexplained}</p>` : nothing}
        ${explanations.map(({ at, by, reason }) => html`<p>${reason} <span class="soft small">${by}, ${formats.day(at)}</span></p>`)}
      </div>
    </div>`
  }

  private renderClock(clock: ClockView, at: number) {
    const { casePage } = this.wording
    const counted = this.counted?.clocks[at]
    return html`<li class=${clock.stoppedAt === null ? '' : 'over'}>
      <p class="label">${clock.label}</p>
      <p class="spread">${this.renderState(clock)}</p>
      <details class="small" @toggle=${this.ask}>
        <summary>${casePage.howCounted}</summary>
        <p>${clock.explanation} ${clock.basis}.</p>
        ${this.attempt.refusal ? html`<p class="error">${icons.alert}${this.attempt.refusal}</p>` : nothing}
        ${counted ? dayByDay(counted, this.wording) : nothing}
      </details>
    </li>`
  }

  private readonly ask = async () => {
    if (this.counted) return
    await this.attempt.run(async () => {
      this.counted = await this.client.call('GET /cases/{number}/clocks', {
        params: { tenant: this.unit.tenant, number: this.number },
      })
    })
  }

  private renderState({ stoppedAt, pausedAt, dueAt, overdue }: ClockView) {
    const { casePage, formats } = this.wording
    if (stoppedAt !== null)
      return html`<span class="due">${icons.check}${casePage.stoppedAt({ date: formats.day(stoppedAt) })}</span>`
    if (pausedAt !== null)
      return html`<span class="due">${icons.pause}${casePage.pausedAt({ date: formats.day(pausedAt) })}</span>`
    return html`${dueWords(dueAt, overdue, this.wording)}
      <span class="soft small">${casePage.dueAt({ date: formats.day(dueAt) })}</span>`
  }
}
