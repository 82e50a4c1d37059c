import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TotpOfferView } from '../../service/contract/account.ts'
import { FormElement } from '../page/form-element.ts'
import '../ui/copy-button.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { AccountChangedEvent, sectionLooks } from './account-sections.ts'

@customElement('app-section')
export class AppSection extends FormElement {
  static override styles = [
    FormElement.styles,
    sectionLooks,
    css`
      .offer {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 16px 24px;
        align-items: center;
      }
      img {
        inline-size: 184px;
        block-size: 184px;
        border-radius: var(--radius);
        background: #fff;
      }
      @media (max-width: 640px) {
        .offer {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  /** When the app was set up. `null` means that there is none. */
  @property({ attribute: false }) since: string | null = null
  @state() private offer: TotpOfferView | null = null
  @state() private asksToTakeOff = false

  override render() {
    const { account } = this.wording
    return html`
      <div>
        <h2>${account.app}</h2>
        <p class="soft">${account.appText}</p>
      </div>
      ${this.attempt.render()} ${this.renderStanding()}
    `
  }

  private renderStanding() {
    const { account, formats } = this.wording
    if (this.offer) return this.renderOffer(this.offer)
    if (this.since === null) {
      return html`<p class="state">${icons.clock}${account.appNone}</p>
        <div><button ?disabled=${this.attempt.isBusy} @click=${this.begin}>${account.appBegin}</button></div>`
    }
    if (this.asksToTakeOff) return this.renderTakingOff()
    return html`<p class="state ok">${icons.check}${account.appSince({ day: formats.day(this.since) })}</p>
      <div><button class="danger" @click=${this.askToTakeOff}>${account.appRemove}</button></div>`
  }

  private renderTakingOff() {
    const { account, common } = this.wording
    return html`<p>${account.appRemoveText}</p>
      <div class="actions">
        <button class="danger filled" ?disabled=${this.attempt.isBusy} @click=${this.takeOff}>${account.appRemove}</button>
        <button value="cancel" class="quiet" @click=${this.keepIt}>${common.cancel}</button>
      </div>`
  }

  private renderOffer({ secret, qr }: TotpOfferView) {
    const { account, common } = this.wording
    const grouped = secret.replace(/.{4}(?=.)/g, '$& ')
    return html`
      <div class="offer">
        <img src="data:image/svg+xml,${encodeURIComponent(qr)}" alt=${account.appPicture}>
        <div class="steps">
          <p>${account.appScan}</p>
          <p class="small soft">${account.appType}<br><code>${grouped}</code></p>
          <div><ui-copy .text=${secret} label=${account.appCopy} done-label=${common.copied}></ui-copy></div>
        </div>
      </div>
      <form novalidate @submit=${this.onSubmit}>
        <div class="narrow">
          ${textField({
            name: 'code',
            label: account.appCode,
            autocomplete: 'one-time-code',
            error: this.attempt.errors.code,
          })}
        </div>
        <div class="actions">
          <button class="primary" ?disabled=${this.attempt.isBusy}>${account.appConfirm}</button>
          <button value="cancel" type="button" class="quiet" @click=${this.giveUp}>${common.cancel}</button>
        </div>
      </form>
    `
  }

  private begin() {
    return this.attempt.run(async () => {
      this.offer = await this.client.call('POST /account/totp')
    })
  }

  private giveUp() {
    this.offer = null
    this.attempt.errors = {}
  }

  protected async send(written: FormData) {
    const { recoveryCodes } = await this.client.call('POST /account/totp/confirmation', {
      body: { code: textIn(written, 'code') },
      answersWrong: true,
    })
    this.offer = null
    say(this, this.wording.account.appDone)
    this.dispatchEvent(new AccountChangedEvent(recoveryCodes))
  }

  private askToTakeOff() {
    this.asksToTakeOff = true
  }

  private keepIt() {
    this.asksToTakeOff = false
  }

  private takeOff() {
    return this.attempt.run(async () => {
      await this.client.call('DELETE /account/totp')
      this.asksToTakeOff = false
      say(this, this.wording.account.appRemoved)
      this.dispatchEvent(new AccountChangedEvent())
    })
  }
}
