import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'
import { pendingState } from '../../ui/states.ts'
import { inboundWording } from '../../wording/inbound-wording.ts'

/** A picture that came with a message, shown when somebody asks for it. */
@customElement('message-picture')
export class MessagePicture extends PageElement {
  static override styles = [
    PageElement.styles,
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
  private readonly shown = new ShownBytes(this)

  private readonly picture = new Task(this, {
    autoRun: false,
    task: async (_, { signal }) => {
      const { tenant } = this.unit
      const bytes = await this.client.inbound.look({ tenant, id: this.message }, this.file, signal)
      return this.shown.show(bytes)
    },
  })

  override render() {
    const { evidence } = this.wording
    const inbound = inboundWording(this.wording)
    const look = () => void this.picture.run()
    return this.picture.render({
      initial: () => html`<button type="button" @click=${look}>${icons.image}${inbound.look(this.name)}</button>`,
      pending: () => pendingState(evidence.loading),
      error: (error) => this.renderFailure(error, look),
      complete: (address) => html`<img src=${address} alt=${this.name}>`,
    })
  }
}
