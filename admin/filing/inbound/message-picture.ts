import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import { clientContext, type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../page/explain.ts'
import { controls } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'
import { failedState, pendingState, states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { type Words, wordsContext } from '../../wording/wording.ts'

/** A picture that came with a message, shown when somebody asks for it. */
@customElement('message-picture')
export class MessagePicture extends LitElement {
  static override styles = [
    controls,
    surfaces,
    states,
    css`
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 60dvh;
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

  @property() message = ''
  @property() file = ''
  /** What the picture is, for who cannot see it. */
  @property() name = ''
  private address = ''

  private readonly picture = new Task(this, {
    autoRun: false,
    task: async (_, { signal }) => {
      const { tenant } = this.unit
      const bytes = await this.client.inbound.look({ tenant, id: this.message }, this.file, signal)
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
    const { inbound, evidence, common } = this.words
    const look = () => void this.picture.run()
    return this.picture.render({
      initial: () => html`<button type="button" @click=${look}>${icons.image}${inbound.look(this.name)}</button>`,
      pending: () => pendingState(evidence.loading),
      error: (error) => failedState(explain(error, this.words), common.tryAgain, look),
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
    'message-picture': MessagePicture
  }
}
