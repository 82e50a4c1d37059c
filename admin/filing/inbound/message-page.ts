import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InboundView } from '../../../service/contract/messages.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import './message-parts.ts'
import '../intake/intake-page.ts'
import { inboundAddress } from '../../page/addresses.ts'
import inboundWording from '../../texts/inbound.json'
import { icons } from '../../ui/icons.ts'

@customElement('message-page')
export class MessagePage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    css`
      h1 {
        overflow-wrap: anywhere;
      }
      :host([completing]) {
        max-inline-size: 1400px;
      }
      .beside {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
        align-items: start;
      }
      @media (min-width: 1200px) {
        .beside {
          grid-template-columns: minmax(0, 3fr) minmax(300px, 2fr);
        }
        .beside message-source {
          position: sticky;
          inset-block-start: 16px;
          order: 1;
        }
      }
    `,
  ]

  @property() message = ''
  @property({ type: Boolean, reflect: true }) completing = false
  @state() private view: InboundView | null = null

  private readonly reading = new Task(this, {
    args: () => [this.unit.tenant, this.message] as const,
    task: async ([tenant, id], { signal }) => {
      this.view = await this.client.call('GET /inbound/{id}', { params: { tenant, id }, signal })
    },
  })

  override render() {
    const inbound = inboundWording(this.wording)
    return html`
      <div class="screen-only"><a class="button quiet" href=${inboundAddress(this.unit.tenant)}>${icons.left}${inbound.back}</a></div>
      ${this.renderLoaded(this.reading, () => this.view && this.renderMessage(this.view), inbound.loading)}
    `
  }

  private renderMessage(view: InboundView) {
    const inbound = inboundWording(this.wording)
    const source = html`<message-source class="screen-only" .message=${view}></message-source>`
    if (this.completing) return html`<div class="beside">${source}<intake-page .message=${view}></intake-page></div>`
    return html`<h1>${view.subject || inbound.noSubject}</h1>
      ${source}
      <message-acts .message=${view} @message-completing=${this.onComplete} @message-changed=${this.onChanged}></message-acts>`
  }

  private onComplete() {
    this.completing = true
    window.scrollTo(0, 0)
  }

  private onChanged({ detail }: CustomEvent<InboundView>) {
    this.view = detail
  }
}
