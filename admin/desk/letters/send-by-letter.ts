import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

@customElement('send-by-letter')
export class SendByLetter extends PageElement {
  @property() number = ''
  @property() notice = ''
  private readonly attempt = new Attempt(this)

  override render() {
    return html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.onSend}>
        ${icons.mail}${this.wording.letters.sendInstead}
      </button>
      ${this.attempt.render()}`
  }

  private onSend() {
    return this.attempt.run(async () => {
      const detail = await this.client.call('POST /cases/{number}/notices/letter', {
        params: { tenant: this.unit.tenant, number: this.number },
        body: { notice: this.notice },
      })
      say(this, this.wording.letters.sentInstead)
      this.dispatchEvent(new CustomEvent('notices-settled', { detail, bubbles: true, composed: true }))
    })
  }
}
