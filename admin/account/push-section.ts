import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { PushView } from '../../service/contract/push.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { say } from '../ui/say.ts'
import { pushWording } from '../wording/push-wording.ts'
import { endPushHere, isPushHere, keepPushHere } from './push-here.ts'
import { sectionLooks } from './section-looks.ts'

type Device = PushView['devices'][number]

/** Which browsers are woken when something waits for the person: none, until they switch one on. */
@customElement('push-section')
export class PushSection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  private readonly attempt = new Attempt(this)
  private readonly push = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.account.readPush(signal),
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
        <p class="soft small">${words.since(this.wording.formats.day(device.addedAt))}</p>
      </div>
      <button aria-label=${words.removeOf(name)} ?disabled=${this.attempt.isBusy} @click=${() => this.switchOff(device)}>${words.remove}</button>
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
      const { devices } = await this.client.account.addPush(endpoint)
      keepPushHere(devices.at(-1)?.id ?? '')
      say(this, words.begun)
      await this.push.run()
    })
  }

  private switchOff(device: Device) {
    return this.attempt.run(async () => {
      await this.client.account.removePush(device.id)
      if (isPushHere(device.id)) await endPushHere()
      say(this, pushWording(this.wording).removed)
      await this.push.run()
    })
  }
}
