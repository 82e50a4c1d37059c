import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'

/** The signature given at the counter, and its file: what its SHA-256 on the receipt is of. */
@customElement('signature-picture')
export class SignaturePicture extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 4px;
        justify-items: start;
      }
      img {
        inline-size: min(100%, 300px);
        background: #fff;
      }
    `,
  ]

  /** The text of the drawing. */
  @property() file = ''
  private readonly shown = new ShownBytes(this)
  private address = ''

  override willUpdate() {
    this.address = this.shown.show(this.bytes)
  }

  override render() {
    const { casePage } = this.wording
    return html`<img src=${this.address} alt=${casePage.signature}>
      <button class="quiet" @click=${this.save}>${icons.download}${casePage.saveSignature}</button>`
  }

  private get bytes() {
    return new Blob([this.file], { type: 'image/svg+xml' })
  }

  private save() {
    saveFile(this.bytes, 'tanda-tangan.svg')
  }
}
