import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ClockDaysView, ClockView, DelayView } from '../../service/contract/complaint-view.ts'
import { badges, dueWords } from '../page/case-badges.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { icons } from '../ui/icons.ts'
import { dayByDay, dayByDayLooks } from './day-by-day.ts'

/** The clocks of a case: those that run first, each with how its date was counted. */
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
            <strong>${casePage.late(label, formats.day(dueAt))}</strong>${newDate ? html` ${casePage.promised(formats.day(newDate))}` : nothing}
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
      this.counted = await this.client.readClockDays(this.unit.tenant, this.number)
    })
  }

  private renderState({ stoppedAt, pausedAt, dueAt, overdue }: ClockView) {
    const { casePage, formats } = this.wording
    if (stoppedAt !== null)
      return html`<span class="due">${icons.check}${casePage.stoppedAt(formats.day(stoppedAt))}</span>`
    if (pausedAt !== null)
      return html`<span class="due">${icons.pause}${casePage.pausedAt(formats.day(pausedAt))}</span>`
    return html`${dueWords(dueAt, overdue, this.wording)}
      <span class="soft small">${casePage.dueAt(formats.day(dueAt))}</span>`
  }
}
