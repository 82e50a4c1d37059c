import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ServiceClient } from '../api/client.ts'
import { clientContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { surfaces } from '../ui/surfaces.ts'
import { doorway } from './doorway.ts'
import { SignedInEvent } from './sign-in-form.ts'

const SHORTEST_PASSWORD = 12

/**
 * Where a one-time link leads: the invited person chooses a password and is signed in.
 * @fires signed-in
 */
@customElement('invitation-page')
export class InvitationPage extends LitElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    doorway,
    css`
      form {
        display: grid;
        gap: 16px;
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @property() token = ''
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement

  override render() {
    const { app, session } = this.words
    return html`<main>
      <p class="brand" translate="no">${app.name}</p>
      <form class="card" novalidate @submit=${this.submit}>
        <div>
          <h1>${session.invitationHeading}</h1>
          <p class="soft">${session.invitationText}</p>
        </div>
        ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
        ${textField({
          name: 'password',
          label: session.newPassword,
          hint: session.newPasswordHint,
          type: 'password',
          autocomplete: 'new-password',
          error: this.errors.password,
        })}
        ${textField({
          name: 'repeated',
          label: session.repeatPassword,
          type: 'password',
          autocomplete: 'new-password',
          error: this.errors.repeated,
        })}
        <button class="primary" ?disabled=${this.sending}>${session.accept}</button>
      </form>
    </main>`
  }

  private mistakes(password: string, repeated: string): FieldErrors {
    const { session } = this.words
    if (password.length < SHORTEST_PASSWORD) return { password: session.newPasswordShort }
    return password === repeated ? {} : { repeated: session.repeatDiffers }
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending) return
    const written = new FormData(this.form)
    const password = String(written.get('password'))
    this.refusal = ''
    this.errors = this.mistakes(password, String(written.get('repeated')))
    if (hasErrors(this.errors)) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    this.sending = true
    try {
      this.dispatchEvent(new SignedInEvent(await this.client.acceptInvitation({ token: this.token, password })))
    } catch (error) {
      this.refusal = explain(error, this.words)
    } finally {
      this.sending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invitation-page': InvitationPage
  }
}
