import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ChainView } from '../../../service/contract/log-view.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { accessLogWording } from '../../wording/access-log-wording.ts'

/** Verifies the chain of the log on the page: the service follows it for a moment at a time, so a long one shows how far. */
@customElement('chain-check')
export class ChainCheck extends PageElement {
  @state() private step: ChainView | null = null
  private readonly attempt = new Attempt(this)

  override render() {
    const { chain } = accessLogWording(this.wording)
    return html`
      ${this.attempt.render()}
      <div role="status">${this.step ? this.renderStep(this.step) : nothing}</div>
      <button class="quiet screen-only" ?disabled=${this.attempt.isBusy} @click=${this.verify}>${icons.check}${chain.verify}</button>
    `
  }

  private renderStep({ cursor, from, until, fault }: ChainView) {
    const { chain } = accessLogWording(this.wording)
    const named = (day: string | null) => (day === null ? '–' : this.wording.formats.day(day))
    if (fault) {
      const sentence = chain.broken(chain.faults[fault.fault], named(fault.day))
      return html`<div class="banner danger">${icons.alert}<p>${sentence}</p></div>`
    }
    if (cursor) return html`<p class="soft">${chain.reached(named(until))}</p>`
    return html`<div class="banner ok">${icons.check}<p>${chain.whole(named(from), named(until))}</p></div>`
  }

  private verify() {
    return this.attempt.run(async () => {
      let cursor: string | null = null
      do {
        this.step = await this.client.verifyLog(this.unit.tenant, cursor)
        cursor = this.step.cursor
      } while (cursor && this.isConnected)
    })
  }
}
