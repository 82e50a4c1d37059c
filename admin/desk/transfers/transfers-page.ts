import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import { clientContext, type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../page/explain.ts'
import { controls } from '../../ui/controls.ts'
import { type Words, wordsContext } from '../../wording/wording.ts'
import '../../ui/empty-state.ts'
import { failedState, pendingState, states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'
import './transfer-card.ts'
import { transferWords } from './transfer-wording.ts'

/** Cases that other units laid before this one and that wait to be taken or given back, the oldest first. */
@customElement('transfers-page')
export class TransfersPage extends LitElement {
  static override styles = [
    controls,
    surfaces,
    states,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        max-inline-size: 860px;
      }
      ul {
        display: grid;
        gap: 16px;
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  private readonly transfers = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: ([tenant], { signal }) => this.client.transfers.list(tenant, signal),
  })

  override render() {
    const { common, app } = this.words
    const transfers = transferWords(this.words)
    return html`
      <div>
        <h1 tabindex="-1">${app.transfers}</h1>
        <p class="soft">${transfers.intro}</p>
      </div>
      ${this.transfers.render({
        pending: () => pendingState(transfers.loading),
        error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.transfers.run()),
        complete: ({ items }) =>
          items.length === 0
            ? html`<ui-empty icon="send" heading=${transfers.emptyHeading} text=${transfers.emptyText}></ui-empty>`
            : html`<ul class="plain" aria-label=${transfers.list}>
                ${items.map((one) => html`<li><transfer-card .transfer=${one} @transfer-settled=${this.onSettled}></transfer-card></li>`)}
              </ul>`,
      })}
    `
  }

  private async onSettled() {
    await this.transfers.run()
    this.renderRoot.querySelector('h1')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfers-page': TransfersPage
  }
}
