import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'

/** Asks for a one-time link to a new password by mail. The answer is the same whether the address has an account or not. */
@customElement('forgotten-form')
export class ForgottenForm extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      form {
        display: grid;
        gap: 16px;
        padding-block-start: 8px;
      }
    `,
  ]

  @state() private isSent = false

  override render() {
    const { session } = this.wording
    if (this.isSent) {
      return html`<div class="banner ok" role="status">${icons.check}<div><p>${session.forgottenSent}</p><p class="small">${session.forgottenNoMail}</p></div></div>`
    }
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="soft small">${session.forgottenText}</p>
      ${this.attempt.render()}
      ${textField({
        name: 'forgottenEmail',
        label: session.email,
        type: 'email',
        autocomplete: 'username',
        error: this.attempt.errors.forgottenEmail,
      })}
      <button ?disabled=${this.attempt.isBusy}>${session.forgottenSend}</button>
    </form>`
  }

  protected async send(written: FormData) {
    const email = textIn(written, 'forgottenEmail')
    await this.client.forgetPassword(email)
    this.isSent = true
  }
}
