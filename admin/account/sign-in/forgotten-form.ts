import { css, html } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { missingFields, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'

/** Asks for a one-time link to a new password by mail. The answer is the same whether the address has an account or not. */
@customElement('forgotten-form')
export class ForgottenForm extends PageElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    css`
      form {
        display: grid;
        gap: 16px;
        padding-block-start: 8px;
      }
    `,
  ]

  @state() private isSent = false
  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  override render() {
    const { session } = this.wording
    if (this.isSent) {
      return html`<div class="banner ok" role="status">${icons.check}<div><p>${session.forgottenSent}</p><p class="small">${session.forgottenNoMail}</p></div></div>`
    }
    return html`<form novalidate @submit=${this.submit}>
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

  private async submit(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const email = textIn(new FormData(this.form), 'forgottenEmail')
    await this.attempt.run(async () => {
      await this.client.forgetPassword(email)
      this.isSent = true
    })
  }
}
