import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SurroundingsView } from '../../../service/contract/register.ts'
import { PageElement } from '../../page/page-element.ts'
import liveWording from '../../texts/live.json'
import { icons } from '../../ui/icons.ts'
import { liveLooks, Pulse } from './pulse.ts'

const BEAT = 4_000
/** A person who has typed nothing for so long no longer counts as writing. */
const WRITES_FOR = 20_000

/**
 * Shows who else has the case open, who writes in it, and whether what is shown here is outdated. Only words appear;
 * nothing is loaded anew before the person wants it.
 */
@customElement('case-presence')
export class CasePresence extends PageElement {
  static override styles = [PageElement.styles, liveLooks]

  @property() number = ''
  @property({ type: Number }) revision = 0
  @state() private around: SurroundingsView | null = null
  private typedAt = 0

  constructor() {
    super()
    new Pulse(this, BEAT, () => this.look())
  }

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('input', this.onTyped)
    window.addEventListener('pagehide', this.leave)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('input', this.onTyped)
    window.removeEventListener('pagehide', this.leave)
    this.leave()
  }

  override render() {
    const { around } = this
    return html`<div role="status">${around ? this.renderOthers(around) : nothing}</div>
      <div role="status">${around ? this.renderChange(around) : nothing}</div>`
  }

  private renderOthers({ others }: SurroundingsView) {
    if (others.length === 0) return nothing
    const live = liveWording(this.wording)
    const { list } = this.wording.formats
    const writing = others.filter(({ writes }) => writes)
    const shown = writing.length > 0 ? writing : others
    const names = list(shown.map(({ name }) => name))
    return html`<span class="chip ${writing.length > 0 ? 'writes' : ''}">
      ${writing.length > 0 ? icons.edit : icons.eye}${writing.length > 0 ? live.writes({ names }) : live.looks({ names })}
    </span>`
  }

  private renderChange({ revision, last }: SurroundingsView) {
    if (revision <= this.revision || !last) return nothing
    const live = liveWording(this.wording)
    return html`<div class="banner warn">
      ${icons.alert}
      <span>${live.changed({ what: last.label, by: last.by, when: this.wording.formats.time(last.at) })} ${live.typedStays}</span>
      <button @click=${this.renew}>${live.renew}</button>
    </div>`
  }

  private renew() {
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }

  private async look(): Promise<boolean> {
    const writes = Date.now() - this.typedAt < WRITES_FOR
    try {
      this.around = await this.client.call('POST /cases/{number}/presence', {
        params: { tenant: this.unit.tenant, number: this.number },
        body: { writes },
        withoutSession: true,
        background: true,
      })
      return true
    } catch {
      // The page itself tells what is wrong as soon as the person does something.
      this.around = null
      return false
    }
  }

  private readonly onTyped = () => {
    this.typedAt = Date.now()
  }

  private readonly leave = () => {
    const left = this.client.call('POST /cases/{number}/presence', {
      params: { tenant: this.unit.tenant, number: this.number },
      body: { writes: false, leaves: true },
      ...{ withoutSession: true, background: true, outlives: true },
    })
    // The service forgets a person within seconds even if this call fails.
    left.catch(() => {})
  }
}
