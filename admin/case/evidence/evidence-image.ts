import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import { clientContext, type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../page/explain.ts'
import { controls } from '../../ui/controls.ts'
import { failedState, pendingState, states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { type Words, wordsContext } from '../../wording/wording.ts'

/** A picture of the evidence to look at: a copy, fetched with the session and kept in the page only. */
@customElement('evidence-image')
export class EvidenceImage extends LitElement {
  static override styles = [
    controls,
    surfaces,
    states,
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
  /** What the picture is, for who cannot see it. Its file name. */
  @property() name = ''
  private address = ''

  private readonly image = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.evidenceId] as const,
    task: async ([tenant, number, id], { signal }) => {
      const bytes = await this.client.evidence.view({ tenant, number, id }, signal)
      this.forget()
      this.address = URL.createObjectURL(bytes)
      return this.address
    },
  })

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.forget()
  }

  override render() {
    const { evidence, common } = this.words
    return this.image.render({
      pending: () => pendingState(evidence.loading),
      error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.image.run()),
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
