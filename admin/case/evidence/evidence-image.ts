import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'

/** A picture of the evidence to look at: a copy, fetched with the session and kept in the page only. */
@customElement('evidence-image')
export class EvidenceImage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        min-block-size: 240px;
        place-items: center;
      }
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 75dvh;
        background: var(--sunk);
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: 'evidence-id' }) evidenceId = ''
  /** Alternative text of the picture: its file name. */
  @property() name = ''
  private readonly shown = new ShownBytes(this)

  private readonly image = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.evidenceId] as const,
    task: async ([tenant, number, id], { signal }) => {
      const bytes = await this.client.evidence.view({ tenant, number, id }, signal)
      return this.shown.show(bytes)
    },
  })

  override render() {
    const { evidence } = this.wording
    return this.renderLoaded(this.image, (address) => html`<img src=${address} alt=${this.name}>`, evidence.loading)
  }
}
