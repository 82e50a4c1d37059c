import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/empty-state.ts'
import './transfer-card.ts'
import transferWording from '../../texts/transfer.json'

@customElement('transfers-page')
export class TransfersPage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    css`
      ul {
        display: grid;
        gap: 16px;
      }
    `,
  ]

  private readonly transfers = this.load((tenant, signal) =>
    this.client.call('GET /transfers', { params: { tenant }, signal }),
  )

  override render() {
    const { app } = this.wording
    const transfers = transferWording(this.wording)
    return html`
      <div>
        <h1 tabindex="-1">${app.transfers}</h1>
        <p class="soft">${transfers.intro}</p>
      </div>
      ${this.renderLoaded(
        this.transfers,
        ({ items }) =>
          items.length === 0
            ? html`<ui-empty icon="send" heading=${transfers.emptyHeading} text=${transfers.emptyText}></ui-empty>`
            : html`<ul class="plain" aria-label=${transfers.list}>
                ${items.map((one) => html`<li><transfer-card .transfer=${one} @transfer-settled=${this.onSettled}></transfer-card></li>`)}
              </ul>`,
        transfers.loading,
      )}
    `
  }

  private async onSettled() {
    await this.transfers.run()
    this.renderRoot.querySelector('h1')?.focus()
  }
}
