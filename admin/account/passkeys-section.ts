import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PasskeyView } from '../../service/contract/account.ts'
import { canUsePasskeys, makePasskey } from '../api/passkeys.ts'
import { FormElement } from '../page/form-element.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { AccountChangedEvent } from './account-changed.ts'
import { sectionLooks } from './section-looks.ts'

const LONGEST_NAME = 60

/**
 * Passkeys: listed by the names that the person gave, added, removed.
 * @fires account-changed
 */
@customElement('passkeys-section')
export class PasskeysSection extends FormElement {
  static override styles = [FormElement.styles, sectionLooks]

  @property({ attribute: false }) passkeys: readonly PasskeyView[] = []
  /** The browser and the machine, as the list of sessions calls them: a name to begin with. */
  @property() device = ''
  @state() private adding = false
  /** The passkey that the person is asked to remove. */
  @state() private leaving: string | null = null

  override render() {
    const { account } = this.wording
    return html`
      <div>
        <h2>${account.passkeys}</h2>
        <p class="soft">${account.passkeysText}</p>
      </div>
      ${this.attempt.render()}
      ${
        this.passkeys.length > 0
          ? html`<ul class="plain things" aria-label=${account.passkeys}>${this.passkeys.map((one) => this.renderOne(one))}</ul>`
          : nothing
      }
      ${this.renderAdding()}
    `
  }

  private renderOne(passkey: PasskeyView) {
    const { account, formats } = this.wording
    const { id, name, addedAt, lastUsedAt } = passkey
    if (id === this.leaving) return this.renderLeaving(passkey)
    return html`<li>
      <div>
        <strong>${name}</strong>
        <p class="soft small">
          ${account.addedAt(formats.day(addedAt))} · ${lastUsedAt ? account.usedAt(formats.dayAndTime(lastUsedAt)) : account.neverUsed}
        </p>
      </div>
      <button class="quiet only-icon" aria-label=${account.removePasskey(name)} @click=${() => this.ask(id)}>${icons.remove}</button>
    </li>`
  }

  private renderLeaving(passkey: PasskeyView) {
    const { account, common } = this.wording
    return html`<li>
      <p>${account.removePasskeyText(passkey.name)}</p>
      <div class="actions">
        <button class="danger filled" ?disabled=${this.attempt.isBusy}
          @click=${() => this.takeAway(passkey)}>${account.removeNow}</button>
        <button value="cancel" class="quiet" @click=${() => this.ask(null)}>${common.cancel}</button>
      </div>
    </li>`
  }

  private renderAdding() {
    const { account, common } = this.wording
    if (!canUsePasskeys()) return html`<p class="soft small">${account.passkeysUnable}</p>`
    if (!this.adding) {
      return html`<div><button @click=${this.begin}>${icons.add}${account.addPasskey}</button></div>`
    }
    return html`<form novalidate @submit=${this.onSubmit}>
      <div class="narrow">
        ${textField({
          name: 'name',
          label: account.passkeyName,
          value: this.device,
          hint: account.passkeyNameHint,
          limit: LONGEST_NAME,
          focusFirst: true,
          error: this.attempt.errors.name,
        })}
      </div>
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${account.makePasskey}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.giveUp}>${common.cancel}</button>
      </div>
    </form>`
  }

  private async begin() {
    this.adding = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus()
  }

  private giveUp() {
    this.adding = false
    this.attempt.errors = {}
  }

  protected async send(written: FormData) {
    const made = await makePasskey(await this.client.account.beginPasskey())
    if (!made) return
    const { recoveryCodes } = await this.client.account.addPasskey(textIn(written, 'name'), made)
    this.adding = false
    say(this, this.wording.account.passkeyAdded)
    this.dispatchEvent(new AccountChangedEvent(recoveryCodes))
  }

  private ask(id: string | null) {
    this.leaving = id
  }

  private takeAway({ id, name }: PasskeyView) {
    return this.attempt.run(async () => {
      await this.client.account.removePasskey(id)
      this.leaving = null
      say(this, this.wording.account.passkeyRemoved(name))
      this.dispatchEvent(new AccountChangedEvent())
    })
  }
}
