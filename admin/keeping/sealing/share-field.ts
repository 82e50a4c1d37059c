import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { rowsOf, wordsIn } from '../../../service/sealing/recovery-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { sealingWording } from '../../wording/sealing-wording.ts'
import './sheet-camera.ts'

/** Takes the words of a recovery sheet, typed or from its QR code, and shows the check digits of each row. */
@customElement('share-field')
export class ShareField extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      textarea {
        font-family: ui-monospace, monospace;
      }
    `,
  ]

  @property() label = ''
  @state() text = ''
  @state() private said = ''
  @state() private isScanning = false

  override render() {
    const wording = sealingWording(this.wording)
    return html`
      ${textField({
        name: 'words',
        label: this.label,
        hint: wording.shareHint,
        rows: 4,
        value: this.text,
        written: this.write,
      })}
      <p role="status" class="small">${this.said}</p>
      ${
        this.isScanning
          ? html`<sheet-camera label=${wording.scanning} @sheet-read=${this.take} @camera-refused=${this.giveUp}></sheet-camera>`
          : nothing
      }
      <div><button type="button" aria-expanded=${this.isScanning} @click=${this.toggle}>${icons.image}${this.isScanning ? wording.stopScanning : wording.scan}</button></div>
    `
  }

  private readonly write = (text: string) => {
    const wording = sealingWording(this.wording)
    this.text = text
    const rows = rowsOf(wordsIn(text)).map(({ check }, at) => wording.rowCheck(at + 1, check))
    this.said = rows.length > 0 ? wording.compare(rows.join(' · ')) : ''
  }

  private toggle() {
    this.isScanning = !this.isScanning
  }

  private take({ detail }: CustomEvent<string>) {
    this.isScanning = false
    this.text = wordsIn(detail).join(' ')
    this.said = sealingWording(this.wording).scanned
  }

  private giveUp() {
    this.isScanning = false
    this.said = sealingWording(this.wording).noCamera
  }
}
