import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { IdentityRequestList } from '../../../service/contract/identity.ts'
import { caseAddress } from '../../page/addresses.ts'
import { cardList } from '../../page/card-list.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { requestList } from '../../page/request-list.ts'
import '../../ui/empty-state.ts'

@customElement('identity-requests-page')
export class IdentityRequestsPage extends PageElement {
  static override styles = [PageElement.styles, pageColumn, cardList]

  private readonly requests = this.load((tenant, signal) =>
    this.client.call('GET /identity-requests', { params: { tenant }, signal }),
  )

  override render() {
    const { identityRequests } = this.wording
    return html`
      <div>
        <h1>${identityRequests.heading}</h1>
        <p class="soft">${identityRequests.intro}</p>
      </div>
      ${this.renderLoaded(this.requests, ({ items }) => requestList(identityRequests, 'key', this.renderRequests(items)), identityRequests.loading)}
    `
  }

  private renderRequests(items: IdentityRequestList['items']) {
    const { identityRequests, formats } = this.wording
    const oldestFirst = [...items].sort((one, other) => one.at.localeCompare(other.at))
    return oldestFirst.map(
      ({ number, at, by, groundLabel, reason }) => html`
          <div class="spread"><strong>${groundLabel}</strong><span class="soft small">${formats.dayAndTime(at)}</span></div>
          <p class="prose">${reason}</p>
          <div class="spread">
            <span class="soft small">${identityRequests.askedBy({ by })}</span>
            <a href=${caseAddress(this.unit.tenant, number)}>${number}<span class="unseen">: ${identityRequests.open}</span></a>
          </div>
      `,
    )
  }
}
