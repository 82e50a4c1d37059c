import { consume } from '@lit/context'
import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceClient } from '../api/client.ts'
import { clientContext } from '../api/context.ts'
import { explain } from '../page/explain.ts'
import { Attempt } from '../ui/attempt.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'
import { surfaces } from '../ui/surfaces.ts'
import { type Words, wordsContext } from '../wording/wording.ts'
import { AccountChangedEvent } from './account-changed.ts'
import { sectionLooks } from './section-looks.ts'

const FEW = 3

/**
 * How many recovery codes are left, and a new set.
 * @fires account-changed
 */
@customElement('recovery-section')
export class RecoverySection extends LitElement {
  static override styles = [controls, surfaces, sectionLooks]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @property({ type: Number }) left = 0

  private readonly attempt = new Attempt(this, (error) => explain(error, this.words))

  override render() {
    const { account } = this.words
    const isEnough = this.left > FEW
    return html`
      <div>
        <h2>${account.codes}</h2>
        <p class="soft">${account.codesText}</p>
      </div>
      ${this.attempt.render()}
      <p class="state ${isEnough ? 'ok' : ''}">${isEnough ? icons.check : icons.alert}${account.codesLeft(this.left)}</p>
      <div><button ?disabled=${this.attempt.isBusy} @click=${this.renew}>${account.codesRenew}</button></div>
    `
  }

  private renew() {
    return this.attempt.run(async () => {
      const { recoveryCodes } = await this.client.account.renewRecoveryCodes()
      this.dispatchEvent(new AccountChangedEvent(recoveryCodes))
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-section': RecoverySection
  }
}
