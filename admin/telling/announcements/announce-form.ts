import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AnnounceInput, AnnouncementListView } from '../../../service/contract/installation.ts'
import { serviceNow } from '../../api/service-clock.ts'
import { FormElement } from '../../page/form-element.ts'
import consoleWording from '../../texts/console.json'
import { checksField, radioField, selectField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { instantAt, wallTime } from '../../ui/wall-time.ts'

/** The operator belongs to no unit, so these pages use the time of the capital. */
const TIME_ZONE = 'Asia/Jakarta'
const DAY_MS = 86_400_000

/**
 * A sentence to staff, in both languages, for a time.
 * @fires announced - `detail` is the list with it
 */
@customElement('announce-form')
export class AnnounceForm extends FormElement {
  @state() private isForAll = true
  @state() private chosen: readonly string[] = []

  private readonly opened = serviceNow()

  private readonly units = new Task(this, {
    args: () => [this.isForAll] as const,
    task: async ([isForAll], { signal }) =>
      isForAll ? [] : (await this.client.call('GET /operator/tenants', { signal })).items,
  })

  override render() {
    const { announcements } = consoleWording(this.wording)
    const { errors } = this.attempt
    const levels = Object.entries(announcements.levels).map(([value, label]) => ({ value, label }))
    const time = { type: 'datetime-local', hint: announcements.timeHint({ zone: TIME_ZONE }) } as const
    const [from, until] = [0, DAY_MS].map((later) => wallTime(new Date(this.opened + later).toISOString(), TIME_ZONE))
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${textField({ name: 'text.id', label: announcements.textId, rows: 2, limit: 300, error: errors['text.id'] })}
      ${textField({ name: 'text.en', label: announcements.textEn, rows: 2, limit: 300, optional: this.wording.common.optional, error: errors['text.en'] })}
      ${selectField({ name: 'level', label: announcements.level, options: levels, value: 'notice' })}
      <div class="pair">
        ${textField({ name: 'from', label: announcements.from, ...time, value: from, error: errors.from })}
        ${textField({ name: 'until', label: announcements.until, ...time, value: until, error: errors.until })}
      </div>
      ${radioField({
        name: 'whose',
        label: announcements.whose,
        value: this.isForAll ? 'all' : 'some',
        options: [
          { value: 'all', label: announcements.allUnits },
          { value: 'some', label: announcements.someUnits },
        ],
        chosen: (value) => {
          this.isForAll = value === 'all'
        },
      })}
      ${this.isForAll ? nothing : this.renderUnits()}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${announcements.submit}</button></div>
    </form>`
  }

  private renderUnits() {
    const { announcements } = consoleWording(this.wording)
    const units = this.units.value ?? []
    return checksField({
      name: 'units',
      label: announcements.someUnits,
      options: units.map(({ tenant, name }) => ({ value: tenant, label: name })),
      values: this.chosen,
      error: this.attempt.errors.units,
      chosen: (chosen) => {
        this.chosen = chosen
      },
    })
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const needsUnits = !this.isForAll && this.chosen.length === 0
    return { ...super.findMistakes(written), ...(needsUnits && { units: this.wording.common.required }) }
  }

  protected async send(written: FormData) {
    const detail = await this.client.call('POST /operator/announcements', { body: this.read(written) })
    this.dispatchEvent(new CustomEvent<AnnouncementListView>('announced', { detail }))
  }

  private read(written: FormData): AnnounceInput {
    const text = (name: string) => textIn(written, name)
    return {
      text: { id: text('text.id'), en: text('text.en') },
      level: text('level') as AnnounceInput['level'],
      from: instantAt(text('from'), TIME_ZONE),
      until: instantAt(text('until'), TIME_ZONE),
      units: this.isForAll ? null : [...this.chosen],
    }
  }
}
