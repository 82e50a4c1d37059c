import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InboundView } from '../../../service/contract/inbound.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { quotedText, refusedFiles } from './came-with.ts'
import './message-picture.ts'
import { inboundWording } from '../../wording/inbound-wording.ts'

/** A message as it came, without its sender's address. */
@customElement('message-source')
export class MessageSource extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .files {
        display: grid;
        gap: 8px;
      }
      .files li {
        display: grid;
        gap: 6px;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) message!: InboundView

  override render() {
    const { formats } = this.wording
    const inbound = inboundWording(this.wording)
    const { text, quoted, refused, files, fromName, from, arrivedAt, channel } = this.message
    const sender = [fromName, from].filter(Boolean).join(' · ')
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading">${this.wording.app.inboundSource}</h2>
        <p class="soft small">
          ${inbound.channels[channel]} · ${formats.dayAndTime(arrivedAt)} · ${sender || inbound.unknownSender}
        </p>
      </div>
      ${this.renderHints()}
      <p class="prose">${text || this.wording.vocabulary.noText}</p>
      ${quotedText(this.wording, quoted)}
      ${
        files.length > 0
          ? html`<div>
              <h3>${inbound.attached}</h3>
              <ul class="plain files">${files.map((file) => this.renderFile(file))}</ul>
            </div>`
          : nothing
      }
      ${refusedFiles(this.wording, refused)}
      <p class="soft small">${inbound.addressHidden}</p>
    </section>`
  }

  private renderHints() {
    const inbound = inboundWording(this.wording)
    const { namedStaff, answers, mentions } = this.message
    const names = namedStaff.map(({ name, position }) => `${name} (${position})`).join(', ')
    const link = (number: string) => html`<a href=${caseAddress(this.unit.tenant, number)}>${number}</a>`
    return html`
      ${names ? html`<div class="banner">${icons.alert}<p>${inbound.namesStaff(names)}</p></div>` : nothing}
      ${answers ? html`<p class="small">${inbound.answers} ${link(answers)}</p>` : nothing}
      ${mentions && mentions !== answers ? html`<p class="small">${inbound.mentions} ${link(mentions)}</p>` : nothing}
    `
  }

  private renderFile({ id, name, size, viewable }: InboundView['files'][number]) {
    const { formats } = this.wording
    return html`<li>
      <span>${name} <span class="soft small">${formats.size(size)}</span></span>
      ${
        viewable
          ? html`<message-picture message=${this.message.id} file=${id} name=${name}></message-picture>`
          : nothing
      }
    </li>`
  }
}
