import { html, nothing } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import type { Confirmation } from '../../../service/contract/account.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { askPasskey } from './ask-passkey.ts'
import { doorway } from './doorway.ts'

/**
 * Asks who came from the provider without a second factor for the one that their account has here.
 * @fires session-changed - it was shown
 * @fires signed-out - they leave instead
 */
@customElement('owed-factor-page')
export class OwedFactorPage extends PageElement {
  static override styles = [controls, surfaces, fields, doorway, formGrid]

  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

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
          error: this.attempt.refusal,
          focusFirst: true,
        })}
        <button class="primary" ?disabled=${this.attempt.isBusy}>${session.confirm}</button>
        ${
          canUsePasskeys()
            ? html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.usePasskey}>${icons.key}${session.confirmByPasskey}</button>`
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
      this.attempt.refusal = this.wording.common.required
      return
    }
    await this.prove(async () => ({ totp }))
  }

  private readonly usePasskey = () => this.prove(() => askPasskey(this.client))

  private prove(proof: () => Promise<Confirmation | null>) {
    return this.attempt.run(async () => {
      const shown = await proof()
      if (!shown) return
      await this.client.account.confirm(shown)
      this.dispatchEvent(new CustomEvent('session-changed', { bubbles: true, composed: true }))
    })
  }

  private leave() {
    this.dispatchEvent(new CustomEvent('signed-out'))
  }
}
