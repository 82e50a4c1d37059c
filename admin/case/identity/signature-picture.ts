import { consume } from '@lit/context'
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { type Words, wordsContext } from '../../wording/wording.ts'

/** The signature given at the counter, and its file: what its SHA-256 on the receipt is of. */
@customElement('signature-picture')
export class SignaturePicture extends LitElement {
  static override styles = [
    controls,
    surfaces,
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

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  /** The text of the drawing. */
  @property() file = ''
  private address = ''

  override disconnectedCallback() {
    super.disconnectedCallback()
    URL.revokeObjectURL(this.address)
  }

  override willUpdate() {
    URL.revokeObjectURL(this.address)
    this.address = URL.createObjectURL(this.bytes)
  }

  override render() {
    const { casePage } = this.words
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

declare global {
  interface HTMLElementTagNameMap {
    'signature-picture': SignaturePicture
  }
}
