import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { vouchingWording } from './vouching-wording.ts'

/**
 * The operator says that a unit is the office that it says it is.
 * @fires unit-changed
 */
@customElement('vouch-form')
export class VouchForm extends FormElement {
  /** The unit's name in addresses. */
  @property() tenant = ''

  override render() {
    const say = vouchingWording(this.wording)
    const { by, basis } = this.attempt.errors
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${say.text}</p>
      ${this.attempt.render()}
      ${textField({ name: 'by', label: say.by, hint: say.byHint, limit: 120, error: by })}
      ${textField({ name: 'basis', label: say.basis, hint: say.basisHint, rows: 3, limit: 400, error: basis })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${say.ask}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    await this.client.vouchFor(this.tenant, { by: textIn(written, 'by'), basis: textIn(written, 'basis') })
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }
}
