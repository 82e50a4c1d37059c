import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import { ACCOUNT } from '../../page/addresses.ts'
import { closableBanner } from '../../page/closable-banner.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'

/** The browser's tab remembers here which failures the person has read. */
const READ = 'aduan.failures-read'

@customElement('failures-banner')
export class FailuresBanner extends PageElement {
  static override styles = [PageElement.styles, closableBanner]

  @property({ attribute: false }) failures: SessionView['failures']
  @state() private read = sessionStorage.getItem(READ)

  override render() {
    const { failures } = this
    if (!failures || this.read === failures.since) return nothing
    const { session, common, formats } = this.wording
    return html`<div class="banner warn" role="status">
      ${icons.shield}
      <p><a href=${ACCOUNT}>${session.failures({ count: formats.number(failures.count), since: formats.dayAndTime(failures.since) })}</a></p>
      <button class="quiet" @click=${() => this.putAway(failures.since)}>${common.close}</button>
    </div>`
  }

  private putAway(since: string) {
    sessionStorage.setItem(READ, since)
    this.read = since
  }
}
