import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { ServiceClient } from '../api/client.ts'
import { casePath } from '../api/paths.ts'
import { icons } from '../ui/icons.ts'
import { unsentWording } from '../wording/unsent-wording.ts'
import type { Wording } from '../wording/wording.ts'
import { UnsentWords } from './unsent-words.ts'

interface Place {
  readonly client: ServiceClient
  readonly tenant: string
  readonly number: string
  /** The form, by what it changes: `letter-…`. */
  readonly kind: string
}

/** Keeps what is typed in a form about a case beside its page, and shows it again. */
export class KeptForm implements ReactiveController {
  readonly unsent: UnsentWords
  private isBack = false
  private readonly host: ReactiveControllerHost
  private readonly kind: string
  private readonly show: (written: FormData | null) => void

  /** @param show puts the words into the fields; `null`: those that were there before */
  constructor(host: ReactiveControllerHost, { client, tenant, number, kind }: Place, show: KeptForm['show']) {
    this.host = host
    this.kind = kind
    this.show = show
    this.unsent = new UnsentWords(client, `${casePath(tenant, number)}/unsent`, () => host.requestUpdate())
    host.addController(this)
    void this.load()
  }

  hostDisconnected() {
    this.unsent.close()
  }

  /** Does what sends the words, and lets them go once that is done. */
  async send(act: () => Promise<unknown>): Promise<void> {
    const keepAgain = await this.unsent.pause(this.kind)
    try {
      await act()
      this.unsent.delete(this.kind)
    } catch (error) {
      keepAgain()
      throw error
    }
  }

  render(wording: Wording) {
    const words = unsentWording(wording)
    const elsewhere = this.unsent.elsewhere.get(this.kind)
    return html`<div role="status">
      ${this.unsent.hasFailed ? html`<div class="banner warn">${icons.alert}<p>${words.notKept}</p></div>` : nothing}
      ${
        elsewhere
          ? html`<div class="banner warn">${icons.alert}<p>
              ${words.elsewhere(words.yours, wording.formats.dayAndTime(elsewhere.savedAt))}
              <button type="button" @click=${() => this.choose('elsewhere')}>${words.useElsewhere}</button>
              <button type="button" @click=${() => this.choose('here')}>${words.useHere}</button>
            </p></div>`
          : nothing
      }
      ${
        this.isBack && this.unsent.has(this.kind)
          ? html`<p class="soft small">${icons.edit} ${words.back}
              <button type="button" class="quiet" @click=${this.throwAway}>${words.throwAway}</button></p>`
          : nothing
      }
    </div>`
  }

  private async load() {
    await this.unsent.load().catch(() => {})
    const written = this.unsent.get(this.kind)
    this.isBack = written !== undefined
    if (written) this.show(written)
    this.host.requestUpdate()
  }

  private choose(whose: 'here' | 'elsewhere') {
    this.unsent.choose(this.kind, whose)
    if (whose === 'elsewhere') this.show(this.unsent.get(this.kind) ?? null)
  }

  private readonly throwAway = () => {
    this.unsent.delete(this.kind)
    this.show(null)
  }
}

/** Puts texts into the fields of a form by their names. */
export function fillForm(form: HTMLFormElement, written: FormData): void {
  for (const control of form.elements) {
    const isText =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    const value = isText ? written.get(control.name) : null
    if (isText && typeof value === 'string') control.value = value
  }
}
