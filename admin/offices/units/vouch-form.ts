import { html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { vouchingWording } from './vouching-wording.ts'

/**
 * The operator says that a unit is the office that it says it is.
 * @fires unit-changed
 */
@customElement('vouch-form')
export class VouchForm extends PageElement {
  static override styles = [controls, surfaces, fields]

  /** The unit's name in addresses. */
  @property() tenant = ''

  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  override render() {
    const say = vouchingWording(this.wording)
    const { by, basis } = this.attempt.errors
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${say.text}</p>
      ${this.attempt.render()}
      ${textField({ name: 'by', label: say.by, hint: say.byHint, limit: 120, error: by })}
      ${textField({ name: 'basis', label: say.basis, hint: say.basisHint, rows: 3, limit: 400, error: basis })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${say.ask}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    this.attempt.errors = missingFields(this.form, this.wording.common.required)
    if (hasErrors(this.attempt.errors)) {
      await this.updateComplete
      focusFirstError(this.renderRoot)
      return
    }
    const written = new FormData(this.form)
    await this.attempt.run(async () => {
      await this.client.vouchFor(this.tenant, { by: textIn(written, 'by'), basis: textIn(written, 'basis') })
      this.dispatchEvent(new CustomEvent('unit-changed'))
    })
  }
}
