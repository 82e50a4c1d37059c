import { html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { closingWording } from './closing-wording.ts'

const STANDARD_DAYS = '90'

/**
 * Closes a unit with a grace, and asks where people go instead.
 * @fires unit-changed
 */
@customElement('close-unit-form')
export class CloseUnitForm extends PageElement {
  static override styles = [controls, surfaces, fields]

  /** The unit's name in addresses. */
  @property() tenant = ''

  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

  override render() {
    const closing = closingWording(this.wording)
    const { errors } = this.attempt
    const elsewhere = { rows: 3, limit: 500, hint: closing.elsewhereHint }
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${closing.closeText}</p>
      ${this.attempt.render()}
      ${textField({ name: 'elsewhere.id', label: closing.elsewhereId, ...elsewhere, error: errors['elsewhere.id'] })}
      ${textField({ name: 'elsewhere.en', label: closing.elsewhereEn, ...elsewhere, error: errors['elsewhere.en'] })}
      ${textField({ name: 'days', label: closing.closeDays, hint: closing.closeDaysHint, type: 'number', value: STANDARD_DAYS, error: errors.days })}
      <div><button class="danger" ?disabled=${this.attempt.isBusy}>${closing.close}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const written = new FormData(this.form)
    const text = (name: string) => textIn(written, name)
    await this.attempt.run(async () => {
      const elsewhere = { id: text('elsewhere.id'), en: text('elsewhere.en') }
      await this.client.closeUnit(this.tenant, { days: Number(text('days')), elsewhere })
      this.dispatchEvent(new CustomEvent('unit-changed'))
    })
  }
}
