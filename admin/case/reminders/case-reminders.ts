import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseReminders } from '../../../service/contract/register.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import remindersWording from '../../texts/reminders.json'
import { type Option, radioField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

type Item = CaseReminders['items'][number]
type Proposed = CaseReminders['proposed'][number]

const MONDAY = 1
const OTHER = 'other'
const LONGEST_REASON = 200

/** What the person wants to be reminded of on a case. Nobody else reads it, so no paper shows it. */
@customElement('case-reminders')
export class CaseRemindersElement extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      .card {
        gap: 12px;
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      li + li {
        margin-block-start: 12px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
      }
      .hint {
        display: block;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property() number = ''
  /** The reminder that is being changed, `new` for another one; empty while the form is closed. */
  @state() private opened = ''
  @state() private chosen = ''
  @state() private known: CaseReminders | null = null
  private readonly kept = new KeptForm(this, () => {
    const { number } = this
    return { client: this.client, tenant: this.unit.tenant, number, kind: `reminder-${this.opened}` }
  })

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.number] as const,
    task: async ([tenant, number], { signal }) => {
      this.opened = ''
      this.known = await this.client.call('GET /cases/{number}/reminders', { params: { tenant, number }, signal })
    },
  })

  private get place() {
    return { tenant: this.unit.tenant, number: this.number }
  }

  override render() {
    if (!this.known) return this.renderLoaded(this.loading)
    const words = remindersWording(this.wording)
    const { items } = this.known
    if (items.length === 0 && !this.opened) return this.renderOpener()
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading">${icons.bell}${words.heading}</h2>
        <p class="soft small">${words.onlyYou}</p>
      </div>
      ${this.opened ? nothing : this.attempt.render()}
      ${items.length > 0 ? html`<ul class="plain">${items.map((item) => this.renderItem(item))}</ul>` : nothing}
      ${this.opened === 'new' ? this.renderForm(null) : this.opened ? nothing : this.renderOpener()}
    </section>`
  }

  private renderOpener() {
    return html`<div><button id="open" @click=${() => this.open('new')}>${icons.bell}${remindersWording(this.wording).remindMe}</button></div>`
  }

  private renderItem(item: Item) {
    if (item.id === this.opened) return html`<li>${this.renderForm(item)}</li>`
    const words = remindersWording(this.wording)
    const { reason, day, id } = item
    return html`<li>
      <p class="prose" id=${id}>${reason}</p>
      <p class="soft small">${this.wording.formats.longDay(day)}</p>
      <div class="row">
        <button aria-describedby=${id} ?disabled=${this.attempt.isBusy} @click=${() => this.end(item)}>${icons.check}${words.done}</button>
        <button class="quiet" aria-describedby=${id} @click=${() => this.open(id)}>${words.change}</button>
      </div>
    </li>`
  }

  private renderForm(item: Item | null) {
    const words = remindersWording(this.wording)
    const { common, formats } = this.wording
    const { errors } = this.attempt
    const options: Option[] = (this.known?.proposed ?? []).map((one) => ({
      value: one.day,
      label: this.nameOf(one),
      hint: formats.longDay(one.day),
    }))
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${textField({ name: 'reason', label: words.reason, value: item?.reason ?? '', rows: 2, limit: LONGEST_REASON, error: errors.reason, focusFirst: true })}
      ${radioField({
        ...{ name: 'when', label: words.when, value: this.chosen, error: errors.when },
        options: [...options, { value: OTHER, label: words.otherDay }],
        chosen: (value) => {
          this.chosen = value
        },
      })}
      ${this.chosen === OTHER ? textField({ name: 'day', label: words.day, type: 'date', value: item?.day ?? '', error: errors.day }) : nothing}
      <div class="row">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${words.remindMe}</button>
        <button value="cancel" type="button" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  /** “Tomorrow” and “Monday” are so called only where the office works on them. */
  private nameOf({ name, day }: Proposed): string {
    const words = remindersWording(this.wording)
    if (name === 'week_before_due') return words.weekBeforeDue
    if (name === 'next_monday') return new Date(day).getUTCDay() === MONDAY ? words.nextMonday : words.nextWeek
    return this.wording.formats.daysUntil(day) === 1 ? words.tomorrow : words.nextWorkingDay
  }

  private async open(which: string) {
    const item = this.known?.items.find(({ id }) => id === which)
    const isProposed = this.known?.proposed.some(({ day }) => day === item?.day) ?? false
    this.chosen = item ? (isProposed ? item.day : OTHER) : ''
    this.attempt.errors = {}
    this.opened = which
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#reason')?.focus()
  }

  private readonly close = async () => {
    this.opened = ''
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#open')?.focus()
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { chooseDay } = remindersWording(this.wording)
    const mistakes = super.findMistakes(written)
    return textIn(written, 'when') === '' ? { ...mistakes, when: chooseDay } : mistakes
  }

  protected async send(written: FormData) {
    const when = textIn(written, 'when')
    const body = { reason: textIn(written, 'reason'), day: when === OTHER ? textIn(written, 'day') : when }
    const { place, opened } = this
    this.known = await this.kept.send((client) =>
      opened === 'new'
        ? client.call('POST /cases/{number}/reminders', { params: place, body })
        : client.call('PUT /cases/{number}/reminders/{id}', { params: { ...place, id: opened }, body }),
    )
    say(this, remindersWording(this.wording).set({ day: this.wording.formats.longDay(body.day) }))
    await this.close()
  }

  private end({ id }: Item) {
    return this.attempt.run(async () => {
      this.known = await this.client.call('DELETE /cases/{number}/reminders/{id}', { params: { ...this.place, id } })
      say(this, remindersWording(this.wording).ended)
      await this.close()
    })
  }
}
