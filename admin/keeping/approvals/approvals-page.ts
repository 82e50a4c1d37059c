import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ApprovalView } from '../../../service/contract/keeping.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import './ask-form.ts'
import approvalsWording from '../../texts/approvals.json'
import '../../ui/empty-state.ts'
import './approval-card.ts'

@customElement('approvals-page')
export class ApprovalsPage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    css`
      ul {
        display: grid;
        gap: 12px;
      }
    `,
  ]

  @property() query = ''

  @state() private items: readonly ApprovalView[] | null = null

  private readonly loading = this.load(async (tenant, signal) => {
    this.items = (await this.client.call('GET /approvals', { params: { tenant }, signal })).items
  })

  override render() {
    const approvals = approvalsWording(this.wording)
    return html`
      <div>
        <h1>${this.wording.app.approvals}</h1>
        <p class="soft">${approvals.intro}</p>
      </div>
      <ask-form .asked=${new URLSearchParams(this.query)} @approval-asked=${this.reload}></ask-form>
      ${this.items ? this.renderItems(this.items) : this.renderLoaded(this.loading, undefined, approvals.loading)}
    `
  }

  private renderItems(items: readonly ApprovalView[]) {
    const approvals = approvalsWording(this.wording)
    if (items.length === 0) {
      return html`<ui-empty icon="check" heading=${approvals.emptyHeading} text=${approvals.emptyText}></ui-empty>`
    }
    return html`<ul class="plain" aria-label=${approvals.list}>
      ${repeat(
        items,
        ({ id }) => id,
        (approval) =>
          html`<li><approval-card .approval=${approval} @approval-changed=${this.reload}></approval-card></li>`,
      )}
    </ul>`
  }

  private reload() {
    void this.loading.run()
  }
}
