import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'

/** One image of the evidence, fetched with the session and kept in the page only. */
@customElement('evidence-image')
export class EvidenceImage extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-items: center;
        overflow: hidden;
        background: var(--sunk);
        color: var(--ink-soft);
      }
      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      :host([whole]) img {
        block-size: auto;
        max-block-size: 75dvh;
        object-fit: contain;
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

  @property() number = ''
  @property({ attribute: 'evidence-id' }) evidenceId = ''
  /** What the image is, for who cannot see it. Its file name. */
  @property() name = ''
  /** Shown whole instead of cropped to the frame. */
  @property({ type: Boolean, reflect: true }) whole = false
  private address = ''

  private readonly image = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.evidenceId] as const,
    task: async ([tenant, number, id], { signal }) => {
      const blob = await this.client.previewEvidence(tenant, number, id, signal)
      this.forget()
      this.address = URL.createObjectURL(blob)
      return this.address
    },
  })

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.forget()
  }

  override render() {
    return this.image.render({
      pending: () => icons.image,
      error: () => html`<span title=${this.words.casePage.previewFailed}>${icons.alert}</span>`,
      complete: (address) => html`<img src=${address} alt=${this.name}>`,
    })
  }

  private forget() {
    if (this.address) URL.revokeObjectURL(this.address)
    this.address = ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-image': EvidenceImage
  }
}
