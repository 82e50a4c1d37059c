import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PasskeyView, PushView } from '../../service/contract/account.ts'
import { canUsePasskeys, makePasskey } from '../api/passkeys.ts'
import { FormElement } from '../page/form-element.ts'
import { PageElement } from '../page/page-element.ts'
import pushWording from '../texts/push.json'
import { Attempt } from '../ui/attempt.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { AccountChangedEvent, sectionLooks } from './account-sections.ts'
import { endPushHere, isPushHere, keepPushHere } from './push-here.ts'

const LONGEST_NAME = 60

@customElement('passkeys-section')
export class PasskeysSection extends FormElement {
  static override styles = [FormElement.styles, sectionLooks]

  @property({ attribute: false }) passkeys: readonly PasskeyView[] = []
  /** The browser and the machine, as the list of sessions calls them: a name to begin with. */
  @property() device = ''
  @state() private adding = false
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
          ${account.addedAt({ day: formats.day(addedAt) })} · ${lastUsedAt ? account.usedAt({ moment: formats.dayAndTime(lastUsedAt) }) : account.neverUsed}
        </p>
      </div>
      <button class="quiet only-icon" aria-label=${account.removePasskey({ name })} @click=${() => this.ask(id)}>${icons.remove}</button>
    </li>`
  }

  private renderLeaving(passkey: PasskeyView) {
    const { account, common } = this.wording
    return html`<li>
      <p>${account.removePasskeyText({ name: passkey.name })}</p>
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
    const made = await makePasskey(await this.client.call('POST /account/passkeys/options'))
    if (!made) return
    const { recoveryCodes } = await this.client.call('POST /account/passkeys', {
      body: { name: textIn(written, 'name'), passkey: made },
    })
    this.adding = false
    say(this, this.wording.account.passkeyAdded)
    this.dispatchEvent(new AccountChangedEvent(recoveryCodes))
  }

  private ask(id: string | null) {
    this.leaving = id
  }

  private takeAway({ id, name }: PasskeyView) {
    return this.attempt.run(async () => {
      await this.client.call('DELETE /account/passkeys/{id}', { params: { id } })
      this.leaving = null
      say(this, this.wording.account.passkeyRemoved({ name }))
      this.dispatchEvent(new AccountChangedEvent())
    })
  }
}

type Device = PushView['devices'][number]

/** Which browsers are woken when something waits for the person: none, until they switch one on. */
@customElement('push-section')
export class PushSection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  private readonly attempt = new Attempt(this)
  private readonly push = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /account/push', { signal }),
  })

  override render() {
    const view = this.push.value
    if (!view) return nothing
    const words = pushWording(this.wording)
    return html`
      <div>
        <h2>${words.heading}</h2>
        <p class="soft">${words.text}</p>
      </div>
      ${this.attempt.render()}
      ${
        view.devices.length > 0
          ? html`<ul class="plain things" aria-label=${words.heading}>${view.devices.map((one) => this.renderOne(one))}</ul>`
          : nothing
      }
      ${this.renderBegin(view)}
    `
  }

  private renderBegin({ key, devices }: PushView) {
    const words = pushWording(this.wording)
    if (devices.some(({ id }) => isPushHere(id))) return nothing
    if (!('PushManager' in window)) return html`<p class="soft">${words.unable}</p>`
    return html`<div><button ?disabled=${this.attempt.isBusy} @click=${() => this.begin(key)}>${words.begin}</button></div>`
  }

  private renderOne(device: Device) {
    const words = pushWording(this.wording)
    const name = device.device ?? words.unknown
    return html`<li>
      <div>
        <strong>${name}</strong>${isPushHere(device.id) ? html` <span class="soft">(${words.here})</span>` : nothing}
        <p class="soft small">${words.since({ day: this.wording.formats.day(device.addedAt) })}</p>
      </div>
      <button aria-label=${words.removeOf({ device: name })} ?disabled=${this.attempt.isBusy} @click=${() => this.switchOff(device)}>${words.remove}</button>
    </li>`
  }

  private begin(key: string) {
    const words = pushWording(this.wording)
    return this.attempt.run(async () => {
      if ((await Notification.requestPermission()) !== 'granted') {
        this.attempt.refusal = words.denied
        return
      }
      // What somebody else switched on here would share its address with this person's.
      await endPushHere()
      const { pushManager } = await navigator.serviceWorker.ready
      const { endpoint } = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
      const { devices } = await this.client.call('POST /account/push', { body: { endpoint } })
      keepPushHere(devices.at(-1)?.id ?? '')
      say(this, words.begun)
      await this.push.run()
    })
  }

  private switchOff(device: Device) {
    return this.attempt.run(async () => {
      await this.client.call('DELETE /account/push/{id}', { params: { id: device.id } })
      if (isPushHere(device.id)) await endPushHere()
      say(this, pushWording(this.wording).removed)
      await this.push.run()
    })
  }
}
