import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { DataRequestList } from '../../../service/contract/identity.ts'
import { caseAddress } from '../../page/addresses.ts'
import { cardList } from '../../page/card-list.ts'
import { badges } from '../../page/case-badges.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { requestList } from '../../page/request-list.ts'
import '../../ui/empty-state.ts'

@customElement('data-requests-page')
export class DataRequestsPage extends PageElement {
  static override styles = [PageElement.styles, badges, pageColumn, cardList]

  private readonly requests = this.load((tenant, signal) =>
    this.client.call('GET /data-requests', { params: { tenant }, signal }),
  )

  override render() {
    const { dataRequests } = this.wording
    return html`
      <div>
        <h1>${dataRequests.heading}</h1>
        <p class="soft">${dataRequests.intro}</p>
      </div>
      ${this.renderLoaded(this.requests, ({ items }) => requestList(dataRequests, 'shield', this.renderRequests(items)), dataRequests.loading)}
    `
  }

  private renderRequests(items: DataRequestList['items']) {
    const { dataRequests, formats } = this.wording
    return items.map(
      ({ number, subject, kindLabel, at, dueAt, overdue, explanation }) => html`
          <div class="spread">
            <strong>${kindLabel}</strong>
            ${
              overdue
                ? html`<span class="badge alarm">${dataRequests.overdue}</span>`
                : html`<span class="small">${dataRequests.due({ moment: formats.dayAndTime(dueAt) })}</span>`
            }
          </div>
          <p>${subject}</p>
          <p class="soft small">${formats.dayAndTime(at)} · ${explanation}</p>
          <div><a href=${caseAddress(this.unit.tenant, number)}>${number}<span class="unseen">: ${dataRequests.open}</span></a></div>
      `,
    )
  }
}
