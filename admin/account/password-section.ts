import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { FormElement } from '../page/form-element.ts'
import { textField } from '../ui/field.ts'
import { type FieldErrors, hasErrors } from '../ui/form.ts'
import { say } from '../ui/say.ts'
import { AccountChangedEvent } from './account-changed.ts'
import { sectionLooks } from './section-looks.ts'

const SHORTEST_PASSWORD = 12

/**
 * Changes the password, which needs the present one and ends all other sessions.
 * @fires account-changed
 */
@customElement('password-section')
export class PasswordSection extends FormElement {
  static override styles = [FormElement.styles, sectionLooks]

  override render() {
    const { account, session } = this.wording
    return html`
      <div>
        <h2>${account.password}</h2>
        <p class="soft">${account.passwordText}</p>
      </div>
      <form novalidate @submit=${this.onSubmit}>
        ${this.attempt.render()}
        <div class="narrow steps">
          ${textField({
            name: 'present',
            label: account.present,
            type: 'password',
            autocomplete: 'current-password',
            error: this.attempt.errors.present,
          })}
          ${textField({
            name: 'next',
            label: session.newPassword,
            hint: session.newPasswordHint,
            type: 'password',
            autocomplete: 'new-password',
            error: this.attempt.errors.next,
          })}
          ${textField({
            name: 'repeated',
            label: session.repeatPassword,
            type: 'password',
            autocomplete: 'new-password',
            error: this.attempt.errors.repeated,
          })}
        </div>
        <div><button class="primary" ?disabled=${this.attempt.isBusy}>${account.passwordChange}</button></div>
      </form>
    `
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { session } = this.wording
    const [next, repeated] = [String(written.get('next')), String(written.get('repeated'))]
    const missing = super.findMistakes(written)
    if (hasErrors(missing)) return missing
    if (next.length < SHORTEST_PASSWORD) return { next: session.newPasswordShort }
    return next === repeated ? {} : { repeated: session.repeatDiffers }
  }

  protected async send(written: FormData) {
    const [present, next] = [String(written.get('present')), String(written.get('next'))]
    await this.client.account.changePassword({ present, next })
    this.form.reset()
    say(this, this.wording.account.passwordChanged)
    this.dispatchEvent(new AccountChangedEvent())
  }
}
