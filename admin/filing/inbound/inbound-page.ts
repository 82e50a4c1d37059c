import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InboundList, InboundView } from '../../../service/contract/messages.ts'
import { messageAddress } from '../../page/addresses.ts'
import { cardList } from '../../page/card-list.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/empty-state.ts'
import inboundWording from '../../texts/inbound.json'
import { icons } from '../../ui/icons.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { tabs } from '../../ui/tabs.ts'

type Item = InboundList['items'][number]

const shown: readonly InboundView['state'][] = ['draft', 'ignored', 'discarded']

@customElement('inbound-page')
export class InboundPage extends PageElement {
  static override styles = [
    PageElement.styles,
    tabs,
    pageColumn,
    cardList,
    css`
      .list > li {
        position: relative;
      }
      .list a::after {
        content: '';
        position: absolute;
        inset: 0;
      }
    `,
  ]

  @property() state: InboundView['state'] = 'draft'
  private readonly list = new PagedList<Item>(this, {
    args: () => [this.unit.tenant, this.state],
    load: (cursor, signal) =>
      this.client.call('GET /inbound', { params: this.inUnit, query: { state: this.state, cursor }, signal }),
  })

  override render() {
    const inbound = inboundWording(this.wording)
    return html`
      <div>
        <h1>${this.wording.app.inbound}</h1>
        <p class="soft">${inbound.intro}</p>
      </div>
      <nav aria-label=${inbound.tabsLabel}>
        ${shown.map(
          (one) =>
            html`<a href="${location.pathname}?state=${one}" aria-current=${one === this.state ? 'page' : nothing}>${inbound.tabs[one]}</a>`,
        )}
      </nav>
      ${this.list.render({
        loading: inbound.loading,
        empty: () => this.renderEmpty(),
        full: (items, more) => html`<ul class="plain list" aria-label=${inbound.list}>
          ${items.map((item) => this.renderItem(item))}
        </ul>${more}`,
      })}
    `
  }

  private renderEmpty() {
    const { empty, emptyText } = inboundWording(this.wording)
    return html`<ui-empty icon="mail" heading=${empty[this.state]} text=${emptyText[this.state]}></ui-empty>`
  }

  private renderItem({ id, channel, subject, beginning, files, arrivedAt, fromName, from, ...rest }: Item) {
    const { formats } = this.wording
    const inbound = inboundWording(this.wording)
    const { ignoredFor, discardedBecause, forgetAt } = rest
    const title = subject || beginning || this.wording.vocabulary.noText
    return html`<li>
      <div class="spread">
        <a href=${messageAddress(this.unit.tenant, id)}><strong>${title}</strong></a>
        <span class="soft small">${formats.dayAndTime(arrivedAt)}</span>
      </div>
      <p class="soft small row">
        ${channel === 'email' ? icons.mail : icons.chat}${inbound.channels[channel]} ·
        ${fromName ?? from ?? inbound.unknownSender}${files > 0 ? html` · ${inbound.files({ count: files })}` : nothing}
      </p>
      ${subject && beginning ? html`<p class="small">${beginning}</p>` : nothing}
      ${
        forgetAt
          ? html`<p class="small">
              <strong>${ignoredFor ? inbound.ignoredFor[ignoredFor] : discardedBecause}</strong> ·
              ${inbound.until({ day: formats.longDay(forgetAt) })}
            </p>`
          : nothing
      }
    </li>`
  }
}
