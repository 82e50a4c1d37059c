import { html } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { type FieldErrors, hasErrors, missingFields } from '../ui/form.ts'
import { say } from '../ui/say.ts'
import { surfaces } from '../ui/surfaces.ts'
import { AccountChangedEvent } from './account-changed.ts'
import { sectionLooks } from './section-looks.ts'

const SHORTEST_PASSWORD = 12

/**
 * Changes the password, which needs the present one and ends all other sessions.
 * @fires account-changed
 */
@customElement('password-section')
export class PasswordSection extends PageElement {
  static override styles = [controls, surfaces, fields, sectionLooks]

  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  override render() {
    const { account, session } = this.wording
    return html`
      <div>
        <h2>${account.password}</h2>
        <p class="soft">${account.passwordText}</p>
      </div>
      <form novalidate @submit=${this.change}>
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

  private mistakes(next: string, repeated: string): FieldErrors {
    const { session, common } = this.wording
    const missing = missingFields(this.form, common.required)
    if (hasErrors(missing)) return missing
    if (next.length < SHORTEST_PASSWORD) return { next: session.newPasswordShort }
    return next === repeated ? {} : { repeated: session.repeatDiffers }
  }

  private async change(event: Event) {
    event.preventDefault()
    const written = new FormData(this.form)
    const [present, next] = [String(written.get('present')), String(written.get('next'))]
    if (await this.attempt.refuses(this.mistakes(next, String(written.get('repeated'))))) return
    await this.attempt.run(async () => {
      await this.client.account.changePassword({ present, next })
      this.form.reset()
      say(this, this.wording.account.passwordChanged)
      this.dispatchEvent(new AccountChangedEvent())
    })
  }
}
