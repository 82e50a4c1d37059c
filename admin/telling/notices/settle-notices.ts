import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { say } from '../../ui/say.ts'

@customElement('settle-notices')
export class SettleNotices extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ]

  @property() number = ''
  private readonly attempt = new Attempt(this)

  override render() {
    const { notices } = this.wording
    const { isBusy } = this.attempt
    return html`
      <div class="choices">
        <button type="button" ?disabled=${isBusy} @click=${() => this.settle('retry')}>${notices.retry}</button>
        <button type="button" class="quiet" ?disabled=${isBusy} @click=${() => this.settle('set-aside')}>
          ${notices.setAside}
        </button>
      </div>
      ${this.attempt.render()}
    `
  }

  private settle(how: 'retry' | 'set-aside') {
    return this.attempt.run(async () => {
      const detail = await this.client.call(`POST /cases/{number}/notices/${how}`, {
        params: { tenant: this.unit.tenant, number: this.number },
      })
      say(this, how === 'retry' ? this.wording.notices.retried : this.wording.notices.settled)
      this.dispatchEvent(new CustomEvent('notices-settled', { detail, bubbles: true, composed: true }))
    })
  }
}
