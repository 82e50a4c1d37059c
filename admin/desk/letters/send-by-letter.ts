import { consume } from '@lit/context'
import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import { clientContext, type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../page/explain.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { type Words, wordsContext } from '../../wording/wording.ts'

/**
 * Sends a notice that no channel delivered by letter instead.
 * @fires notices-settled - The case as it stands then.
 */
@customElement('send-by-letter')
export class SendByLetter extends LitElement {
  static override styles = [controls, surfaces]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @property() number = ''
  @property() notice = ''
  private readonly attempt = new Attempt(this, (error) => explain(error, this.words))

  override render() {
    return html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.onSend}>
        ${icons.mail}${this.words.letters.sendInstead}
      </button>
      ${this.attempt.render()}`
  }

  private onSend() {
    return this.attempt.run(async () => {
      const detail = await this.client.letters.sendInstead(this.unit.tenant, this.number, this.notice)
      say(this, this.words.letters.sentInstead)
      this.dispatchEvent(new CustomEvent('notices-settled', { detail, bubbles: true, composed: true }))
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'send-by-letter': SendByLetter
  }
}
