import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { doorway } from './doorway.ts'
import { ProofElement } from './proof-element.ts'

/**
 * Asks who came from the provider without a second factor for the one that their account has here.
 * @fires session-changed - it was shown
 * @fires signed-out - they leave instead
 */
@customElement('owed-factor-page')
export class OwedFactorPage extends ProofElement {
  static override styles = [ProofElement.styles, doorway, formGrid]

  override render() {
    const { app, session } = this.wording
    return html`<main>
      <p class="brand" translate="no">${app.name}</p>
      <form class="card" novalidate @submit=${this.onSubmit}>
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
        ${canUsePasskeys() ? this.renderPasskey() : nothing}
        <button type="button" class="quiet" @click=${this.leave}>${session.otherPerson}</button>
      </form>
    </main>`
  }

  protected proofIn(written: FormData) {
    const totp = textIn(written, 'totp')
    return totp ? { totp } : null
  }

  protected onProved() {
    this.dispatchEvent(new CustomEvent('session-changed', { bubbles: true, composed: true }))
  }

  private leave() {
    this.dispatchEvent(new CustomEvent('signed-out'))
  }
}
