import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { fieldProblems } from '../../api/problems.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
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

  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement

  override render() {
    const closing = closingWording(this.wording)
    const { errors } = this
    const elsewhere = { rows: 3, limit: 500, hint: closing.elsewhereHint }
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${closing.closeText}</p>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      ${textField({ name: 'elsewhere.id', label: closing.elsewhereId, ...elsewhere, error: errors['elsewhere.id'] })}
      ${textField({ name: 'elsewhere.en', label: closing.elsewhereEn, ...elsewhere, error: errors['elsewhere.en'] })}
      ${textField({ name: 'days', label: closing.closeDays, hint: closing.closeDaysHint, type: 'number', value: STANDARD_DAYS, error: errors.days })}
      <div><button class="danger" ?disabled=${this.sending}>${closing.close}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending) return
    this.refusal = ''
    this.errors = missingFields(this.form, this.wording.common.required)
    if (hasErrors(this.errors)) return this.showFirstError()
    const written = new FormData(this.form)
    const text = (name: string) => textIn(written, name)
    this.sending = true
    try {
      const elsewhere = { id: text('elsewhere.id'), en: text('elsewhere.en') }
      await this.client.closeUnit(this.tenant, { days: Number(text('days')), elsewhere })
      this.dispatchEvent(new CustomEvent('unit-changed'))
    } catch (error) {
      this.errors = fieldProblems(error)
      this.refusal = this.explain(error)
      await this.showFirstError()
    } finally {
      this.sending = false
    }
  }

  private async showFirstError() {
    await this.updateComplete
    focusFirstError(this.renderRoot)
  }
}
