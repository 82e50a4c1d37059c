import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { closingWording } from '../../wording/closing-wording.ts'

const STANDARD_DAYS = '90'

/**
 * Closes a unit with a grace, and asks where people go instead.
 * @fires unit-changed
 */
@customElement('close-unit-form')
export class CloseUnitForm extends FormElement {
  /** The unit's name in addresses. */
  @property() tenant = ''

  override render() {
    const closing = closingWording(this.wording)
    const { errors } = this.attempt
    const elsewhere = { rows: 3, limit: 500, hint: closing.elsewhereHint }
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${closing.closeText}</p>
      ${this.attempt.render()}
      ${textField({ name: 'elsewhere.id', label: closing.elsewhereId, ...elsewhere, error: errors['elsewhere.id'] })}
      ${textField({ name: 'elsewhere.en', label: closing.elsewhereEn, ...elsewhere, optional: this.wording.common.optional, error: errors['elsewhere.en'] })}
      ${textField({ name: 'days', label: closing.closeDays, hint: closing.closeDaysHint, type: 'number', value: STANDARD_DAYS, error: errors.days })}
      <div><button class="danger" ?disabled=${this.attempt.isBusy}>${closing.close}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const text = (name: string) => textIn(written, name)
    const elsewhere = { id: text('elsewhere.id'), en: text('elsewhere.en') }
    await this.client.closeUnit(this.tenant, { days: Number(text('days')), elsewhere })
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }
}
