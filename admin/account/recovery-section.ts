import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { icons } from '../ui/icons.ts'
import { AccountChangedEvent } from './account-changed.ts'
import { sectionLooks } from './section-looks.ts'

const FEW = 3

/**
 * How many recovery codes are left, and a new set.
 * @fires account-changed
 */
@customElement('recovery-section')
export class RecoverySection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  @property({ type: Number }) left = 0

  private readonly attempt = new Attempt(this)

  override render() {
    const { account } = this.wording
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
