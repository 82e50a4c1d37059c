import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'
import { failedState, pendingState, states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'

/** A picture that came with a message, shown when somebody asks for it. */
@customElement('message-picture')
export class MessagePicture extends PageElement {
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

  @property() message = ''
  @property() file = ''
  /** Alternative text of the picture. */
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
    const { inbound, evidence, common } = this.wording
    const look = () => void this.picture.run()
    return this.picture.render({
      initial: () => html`<button type="button" @click=${look}>${icons.image}${inbound.look(this.name)}</button>`,
      pending: () => pendingState(evidence.loading),
      error: (error) => failedState(this.explain(error), common.tryAgain, look),
      complete: (address) => html`<img src=${address} alt=${this.name}>`,
    })
  }

  private forget() {
    if (this.address) URL.revokeObjectURL(this.address)
    this.address = ''
  }
}
