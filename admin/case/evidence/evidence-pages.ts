import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'

/** A document to look at, a page at a time: each is a picture that the service draws, and nothing of the file comes here. */
@customElement('evidence-pages')
export class EvidencePages extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .sheet {
        display: grid;
        min-block-size: 50dvh;
        max-block-size: 68dvh;
        justify-items: center;
        overflow: auto;
        background: var(--sunk);
      }
      img {
        display: block;
        max-inline-size: 100%;
        align-self: start;
      }
      nav {
        justify-content: center;
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: 'evidence-id' }) evidenceId = ''
  @property() name = ''
  @state() private page = 1
  @state() private pages = 1
  private readonly shown = new ShownBytes(this)

  private readonly picture = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.evidenceId, this.page] as const,
    task: async ([tenant, number, id, page], { signal }) => {
      const { bytes, pages } = await this.client.evidence.viewPage({ tenant, number, id }, page, signal)
      this.pages = pages
      return this.shown.show(bytes)
    },
  })

  override render() {
    const { evidence } = this.wording
    return html`
      <div class="sheet" tabindex="0" role="group" aria-label=${evidence.pageOf(this.page, this.pages)}>
        ${this.renderLoaded(
          this.picture,
          (address) => html`<img src=${address} alt=${`${this.name}, ${evidence.pageOf(this.page, this.pages)}`}>`,
          evidence.loading,
        )}
      </div>
      ${this.pages > 1 ? this.renderTurning() : nothing}
    `
  }

  private renderTurning() {
    const { evidence } = this.wording
    return html`<nav class="row" aria-label=${evidence.pages}>
      <button type="button" ?disabled=${this.page === 1} @click=${() => this.turn(-1)}>${icons.left}${evidence.previousPage}</button>
      <span aria-live="polite">${evidence.pageOf(this.page, this.pages)}</span>
      <button type="button" ?disabled=${this.page === this.pages} @click=${() => this.turn(1)}>${evidence.nextPage}${icons.right}</button>
    </nav>`
  }

  private turn(by: number) {
    this.page = Math.min(this.pages, Math.max(1, this.page + by))
  }
}
