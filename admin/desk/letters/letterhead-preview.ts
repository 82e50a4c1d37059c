import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LetterPreview } from '../../../service/contract/letters.ts'
import type { LetterSettings } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import './letter-sheet.ts'

/** Milliseconds without typing after which the letter is drawn again. */
const PATIENCE = 400

/** A letter as settings that are not saved yet would make it. */
@customElement('letterhead-preview')
export class LetterheadPreview extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
    `,
  ]

  @property({ attribute: false }) settings!: LetterSettings
  @state() private shown: LetterPreview | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked = 0
  private readonly attempt = new Attempt(this)

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override updated(changed: PropertyValues<this>) {
    if (!changed.has('settings')) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.ask(), this.shown ? PATIENCE : 0)
  }

  override render() {
    const { settings, preview } = this.wording.letters
    if (!this.shown) return nothing
    const { number, paper } = this.shown
    return html`
      <div class="spread">
        <p role="status">${number ? settings.example(number) : settings.noExample}</p>
        <button type="button" ?disabled=${this.attempt.isBusy} @click=${this.onPdf}>${icons.download}${settings.pdf}</button>
      </div>
      ${this.attempt.render()}
      <letter-sheet .paper=${paper} label=${preview}></letter-sheet>
    `
  }

  /** While a half-written field prevents a new drawing, the last letter stays. */
  private async ask() {
    const asked = ++this.asked
    const shown = await this.client.letters.preview(this.unit.tenant, this.settings).catch(() => null)
    if (shown && asked === this.asked) this.shown = shown
  }

  private onPdf() {
    return this.attempt.run(async () => {
      const { name, bytes } = await this.client.letters.previewPdf(this.unit.tenant, this.settings)
      saveFile(bytes, name)
    })
  }
}
