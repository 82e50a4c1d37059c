import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OwnReminder } from '../../../service/contract/register.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import remindersWording from '../../texts/reminders.json'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { todayLooks } from './today-looks.ts'

/** After weeks away there may be many, and the work stands below them. */
const SHOWN_FIRST = 5

/**
 * One's own reminders whose day has come, each with a row, and those that come later.
 * @fires reminder-ended - `detail` is the one that is done
 */
@customElement('today-reminders')
export class TodayReminders extends PageElement {
  static override styles = [
    PageElement.styles,
    todayLooks,
    css`
      :host {
        margin-block-end: 8px;
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: var(--size-body);
      }
      .about strong {
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .late {
        color: var(--danger);
      }
      summary {
        color: var(--accent);
        cursor: pointer;
      }
      details .list {
        margin-block-start: 8px;
      }
    `,
  ]

  @property({ attribute: false }) reminders: readonly OwnReminder[] = []
  @property({ type: Number }) later = 0
  @state() private isWhole = false
  @state() private laterOnes: readonly OwnReminder[] | null = null
  private readonly attempt = new Attempt(this)

  override render() {
    const words = remindersWording(this.wording)
    const { number } = this.wording.formats
    const shown = this.isWhole ? this.reminders : this.reminders.slice(0, SHOWN_FIRST)
    const more = this.reminders.length - shown.length
    return html`
      ${this.attempt.render()}
      ${
        shown.length > 0
          ? html`<h2 id="heading">${icons.bell}${words.heading}</h2>
            <ul class="plain list" aria-labelledby="heading">${shown.map((one) => this.renderRow(one))}</ul>`
          : nothing
      }
      ${more > 0 ? html`<div><button class="quiet" @click=${this.showWhole}>${words.showAll({ count: number(more) })}</button></div>` : nothing}
      ${this.later > 0 ? this.renderLater() : nothing}
    `
  }

  private renderLater() {
    const words = remindersWording(this.wording)
    const heading = this.reminders.length === 0 ? `${words.heading}: ` : ''
    return html`<details @toggle=${this.onToggle}>
      <summary class="small">${heading}${words.later({ count: this.wording.formats.number(this.later) })}</summary>
      ${this.laterOnes ? html`<ul class="plain list">${this.laterOnes.map((one) => this.renderRow(one))}</ul>` : nothing}
    </details>`
  }

  private renderRow(reminder: OwnReminder) {
    const { id, reason, number, subject, mergedInto } = reminder
    const { tenant } = this.unit
    const words = remindersWording(this.wording)
    return html`<li>
      <div class="due-at">${this.renderDay(reminder)}</div>
      <div class="about">
        <strong id=${id}>${reason}</strong>
        <p class="soft small row">
          <a class="number" href=${caseAddress(tenant, number)}>${number}</a><span>${subject}</span>
          ${mergedInto ? html`<span>${words.mergedInto} ${mergedInto}</span>` : nothing}
        </p>
      </div>
      <button class="act" aria-describedby=${id} ?disabled=${this.attempt.isBusy} @click=${() => this.end(reminder)}>${icons.check}${words.done}</button>
    </li>`
  }

  private renderDay({ day, late }: OwnReminder) {
    const words = remindersWording(this.wording)
    const { formats } = this.wording
    if (late) return html`<span class="late">${words.since({ day: formats.shortDay(day) })}</span>`
    return formats.daysUntil(day) <= 0 ? words.today : formats.shortDay(day)
  }

  private showWhole() {
    this.isWhole = true
  }

  private onToggle({ target }: Event) {
    if (!(target instanceof HTMLDetailsElement) || !target.open || this.laterOnes) return
    return this.attempt.run(async () => {
      const { items } = await this.client.call('GET /reminders', { params: this.inUnit })
      const due = new Set(this.reminders.map(({ id }) => id))
      this.laterOnes = items.filter(({ id }) => !due.has(id))
    })
  }

  private end(reminder: OwnReminder) {
    return this.attempt.run(async () => {
      const { number, id } = reminder
      await this.client.call('DELETE /cases/{number}/reminders/{id}', {
        params: { tenant: this.unit.tenant, number, id },
      })
      say(this, remindersWording(this.wording).ended)
      this.laterOnes = this.laterOnes?.filter((one) => one !== reminder) ?? null
      this.dispatchEvent(new CustomEvent('reminder-ended', { detail: reminder }))
    })
  }
}

export type ReminderEnded = CustomEvent<OwnReminder>
