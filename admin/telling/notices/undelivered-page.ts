import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { UndeliveredList } from '../../../service/contract/messages.ts'
import { caseAddress } from '../../page/addresses.ts'
import { cardList } from '../../page/card-list.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/empty-state.ts'
import { PagedList } from '../../ui/paged-list.ts'
import './channel-banner.ts'
import './settle-notices.ts'

type Item = UndeliveredList['items'][number]

@customElement('undelivered-page')
export class UndeliveredPage extends PageElement {
  static override styles = [PageElement.styles, pageColumn, cardList]

  private readonly list = new PagedList<Item>(this, {
    args: () => [this.unit.tenant, this.wording.language],
    load: (cursor, signal) =>
      this.client.call('GET /undelivered-notices', { params: this.inUnit, query: { cursor }, signal }),
  })

  override render() {
    const { notices } = this.wording
    return html`
      <div>
        <h1>${notices.heading}</h1>
        <p class="soft">${notices.intro}</p>
      </div>
      <channel-banner></channel-banner>
      ${this.list.render({
        loading: notices.loading,
        empty: () => this.renderEmpty(),
        full: (items, more) => html`<ul class="plain list" aria-label=${notices.list}>
          ${items.map((item) => this.renderItem(item))}
        </ul>${more}`,
      })}
    `
  }

  private renderEmpty() {
    const { emptyHeading, emptyText } = this.wording.notices
    return html`<ui-empty icon="check" heading=${emptyHeading} text=${emptyText}></ui-empty>`
  }

  private renderItem({ number, subject, notices: undelivered, maySettle }: Item) {
    const { notices, formats, vocabulary } = this.wording
    return html`<li>
      <div class="spread">
        <strong>${subject}</strong>
        <a href=${caseAddress(this.unit.tenant, number)}>${number}<span class="unseen">: ${notices.open}</span></a>
      </div>
      ${undelivered.map(
        ({ label, attempts }) => html`<div>
          <p>${label}</p>
          ${attempts.slice(-3).map(
            ({ at, channel, explanation }) => html`<p class="soft small">
              ${formats.dayAndTime(at)} · ${vocabulary.noticeChannels[channel]}: ${explanation}
            </p>`,
          )}
        </div>`,
      )}
      ${maySettle ? html`<settle-notices number=${number} @notices-settled=${() => this.onSettled(number)}></settle-notices>` : nothing}
    </li>`
  }

  private onSettled(number: string) {
    this.list.drop((item) => item.number === number)
  }
}
