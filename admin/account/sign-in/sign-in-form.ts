import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/session.ts'
import { canUsePasskeys, showPasskey } from '../../api/passkeys.ts'
import { problemCode } from '../../api/problems.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'

/** Event after a sign-in or an accepted invitation. */
export class SignedInEvent extends Event {
  constructor(readonly session: SessionView) {
    super('signed-in', { bubbles: true, composed: true })
  }
}

/**
 * Asks for e-mail and password, and for a code once the service says that it is needed; or for a passkey instead of all.
 * @fires signed-in
 */
@customElement('sign-in-form')
export class SignInForm extends PageElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    formGrid,
    css`
      .button {
        text-align: center;
      }
    `,
  ]

  /** Name of the sign-in provider. `null` means that there is none, or that it is not known yet. */
  @state() private provider: string | null = null

  /** E-mail that is known already. */
  @property() email = ''
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private asksForCode = false
  @state() private checking = false
  @query('form') private readonly form!: HTMLFormElement

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
    return html`<form novalidate @submit=${this.submit}>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      ${textField({
        name: 'email',
        label: session.email,
        type: 'email',
        value: this.email,
        autocomplete: 'username',
        error: this.errors.email,
        focusFirst: this.email === '',
      })}
      ${textField({
        name: 'password',
        label: session.password,
        type: 'password',
        autocomplete: 'current-password',
        error: this.errors.password,
        focusFirst: this.email !== '',
      })}
      ${
        this.asksForCode
          ? textField({
              name: 'totp',
              label: session.totp,
              hint: session.totpHint,
              autocomplete: 'one-time-code',
              error: this.errors.totp,
            })
          : nothing
      }
      <button class="primary" ?disabled=${this.checking}>${this.checking ? session.submitting : session.submit}</button>
      ${
        canUsePasskeys()
          ? html`<button type="button" ?disabled=${this.checking} @click=${this.usePasskey}>${icons.key}${session.usePasskey}</button>`
          : nothing
      }
      ${this.provider ? html`<a class="button" href="/sign-in/start">${session.atProvider(this.provider)}</a>` : nothing}
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.checking) return
    this.refusal = ''
    this.errors = missingFields(this.form, this.wording.common.required)
    if (hasErrors(this.errors)) return this.showFirstError()
    const written = new FormData(this.form)
    await this.enter(() =>
      this.client.signIn({
        email: textIn(written, 'email'),
        password: String(written.get('password')),
        totp: optionalTextIn(written, 'totp'),
      }),
    )
  }

  private async usePasskey() {
    this.refusal = ''
    await this.enter(async () => {
      const passkey = await showPasskey(await this.client.askForPasskey())
      return passkey && this.client.signInWithPasskey(passkey)
    })
  }

  private async enter(knock: () => Promise<SessionView | null>) {
    this.checking = true
    try {
      const session = await knock()
      if (session) this.dispatchEvent(new SignedInEvent(session))
    } catch (error) {
      await this.showRefusal(error)
    } finally {
      this.checking = false
    }
  }

  private async showRefusal(error: unknown) {
    if (problemCode(error) === 'session/totp-needed' && !this.asksForCode) {
      this.asksForCode = true
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#totp')?.focus()
      return
    }
    if (problemCode(error) === 'session/wrong-totp') {
      this.errors = { totp: this.explain(error) }
      return this.showFirstError()
    }
    this.refusal = this.explain(error)
  }

  private async showFirstError() {
    await this.updateComplete
    focusFirstError(this.renderRoot)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-form': SignInForm
  }
  interface HTMLElementEventMap {
    'signed-in': SignedInEvent
  }
}
