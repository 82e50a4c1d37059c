import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { Confirmation } from '../../../service/contract/account.ts'
import { canUsePasskeys, showPasskey } from '../../api/passkeys.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { doorway } from './doorway.ts'

/**
 * Asks who came from the provider without a second factor for the one that their account has here.
 * @fires session-changed - it was shown
 * @fires signed-out - they leave instead
 */
@customElement('owed-factor-page')
export class OwedFactorPage extends PageElement {
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

  @state() private error = ''
  @state() private checking = false
  @query('form') private readonly form!: HTMLFormElement

  override render() {
    const { app, session } = this.wording
    return html`<main>
      <p class="brand" translate="no">${app.name}</p>
      <form class="card" novalidate @submit=${this.submit}>
        <div>
          <h1>${session.owedHeading}</h1>
          <p class="soft">${session.owedText}</p>
        </div>
        ${textField({
          name: 'totp',
          label: session.totp,
          hint: session.totpHint,
          autocomplete: 'one-time-code',
          error: this.error,
          focusFirst: true,
        })}
        <button class="primary" ?disabled=${this.checking}>${session.confirm}</button>
        ${
          canUsePasskeys()
            ? html`<button type="button" ?disabled=${this.checking} @click=${this.usePasskey}>${icons.key}${session.confirmByPasskey}</button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${this.leave}>${session.otherPerson}</button>
      </form>
    </main>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    const totp = String(new FormData(this.form).get('totp')).trim()
    if (totp === '') {
      this.error = this.wording.common.required
      return
    }
    await this.prove(async () => ({ totp }))
  }

  private usePasskey() {
    return this.prove(async () => {
      const passkey = await showPasskey(await this.client.account.askForPasskey())
      return passkey && { passkey }
    })
  }

  private async prove(proof: () => Promise<Confirmation | null>) {
    if (this.checking) return
    this.error = ''
    this.checking = true
    try {
      const shown = await proof()
      if (!shown) return
      await this.client.account.confirm(shown)
      this.dispatchEvent(new CustomEvent('session-changed', { bubbles: true, composed: true }))
    } catch (error) {
      this.error = this.explain(error)
    } finally {
      this.checking = false
    }
  }

  private leave() {
    this.dispatchEvent(new CustomEvent('signed-out'))
  }
}
