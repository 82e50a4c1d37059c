import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import { canUsePasskeys, showPasskey } from '../../api/passkeys.ts'
import { problemCode } from '../../api/problems.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { type FieldErrors, optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'

export class SignedInEvent extends Event {
  constructor(readonly session: SessionView) {
    super('signed-in', { bubbles: true, composed: true })
  }
}

/**
 * Asks for e-mail and password, and for a code once the service says that it is needed; or for a passkey instead of all.
 */
@customElement('sign-in-form')
export class SignInForm extends FormElement {
  static override styles = [
    FormElement.styles,
    formGrid,
    css`
      .button {
        text-align: center;
      }
    `,
  ]

  /** Name of the sign-in provider. `null` means that there is none, or that it is not known yet. */
  @state() private provider: string | null = null

  @property() email = ''
  @state() private asksForCode = false

  // A person who signs in again stays on their page, so only the first sign-in offers the provider.
  override firstUpdated() {
    if (this.email === '') void this.askForProvider()
  }

  private async askForProvider() {
    const { provider } = await this.client.readSignInWays().catch(() => ({ provider: null }))
    this.provider = provider
  }

  override render() {
    const { session } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${textField({
        name: 'email',
        label: session.email,
        type: 'email',
        value: this.email,
        autocomplete: 'username',
        error: this.attempt.errors.email,
        focusFirst: this.email === '',
      })}
      ${textField({
        name: 'password',
        label: session.password,
        type: 'password',
        autocomplete: 'current-password',
        error: this.attempt.errors.password,
        focusFirst: this.email !== '',
      })}
      ${
        this.asksForCode
          ? textField({
              name: 'totp',
              label: session.totp,
              hint: session.totpHint,
              autocomplete: 'one-time-code',
              error: this.attempt.errors.totp,
            })
          : nothing
      }
      <button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? session.submitting : session.submit}</button>
      ${
        canUsePasskeys()
          ? html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.usePasskey}>${icons.key}${session.usePasskey}</button>`
          : nothing
      }
      ${this.provider ? html`<a class="button" href="/sign-in/start">${session.atProvider({ name: this.provider })}</a>` : nothing}
    </form>`
  }

  protected async send(written: FormData) {
    await this.enter(() =>
      this.client.signIn({
        email: textIn(written, 'email'),
        password: String(written.get('password')),
        totp: optionalTextIn(written, 'totp'),
      }),
    )
  }

  private readonly usePasskey = () =>
    this.attempt.run(() =>
      this.enter(async () => {
        const passkey = await showPasskey(await this.client.askForPasskey())
        return passkey && this.client.signInWithPasskey(passkey)
      }),
    )

  private async enter(knock: () => Promise<SessionView | null>) {
    try {
      const session = await knock()
      if (session) this.dispatchEvent(new SignedInEvent(session))
    } catch (error) {
      if (problemCode(error) !== 'session/totp-needed' || this.asksForCode) throw error
      this.asksForCode = true
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#totp')?.focus()
    }
  }

  override fieldErrorsIn(error: unknown): FieldErrors {
    return isWrongCode(error) ? { totp: super.explain(error) } : super.fieldErrorsIn(error)
  }

  /** A wrong code is explained at its field only. */
  override explain(error: unknown) {
    return isWrongCode(error) ? '' : super.explain(error)
  }
}

const isWrongCode = (error: unknown): boolean => problemCode(error) === 'session/wrong-totp'

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-form': SignInForm
  }
  interface HTMLElementEventMap {
    'signed-in': SignedInEvent
  }
}
