import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LetterPreview } from '../../../service/contract/papers.ts'
import type { LetterSettings } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { targetOf } from '../../ui/target.ts'
import './letter-sheet.ts'

/** Larger than a logo is printed, small enough for any line. */
const EDGE = 400

/** The picture as base64, drawn small: white where it is clear. What a browser cannot read goes as it is, to be refused. */
export async function shrinkPicture(file: File): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return base64Of(file.slice(0, 1_000))
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const drawing = canvas.getContext('2d')
  if (drawing) {
    drawing.fillStyle = '#fff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  }
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return base64Of(drawn ?? file)
}

function base64Of(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('The picture cannot be read.'))
    reader.readAsDataURL(bytes)
  })
}

/** The logo of the letterhead, kept as soon as it is chosen. */
@customElement('letter-logo')
export class LetterLogo extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      img {
        inline-size: 72px;
        block-size: 72px;
        object-fit: contain;
        background: #fff;
      }
    `,
  ]

  @property({ attribute: false }) logo: string | null = null
  @property({ type: Number }) revision = 0
  private readonly attempt = new Attempt(this)

  override render() {
    const { logo, logoHint, removeLogo } = this.wording.letters.settings
    return html`<div class="field">
      <label for="logo">${logo}</label>
      <div class="row">
        ${this.logo ? html`<img alt="" src="data:image/jpeg;base64,${this.logo}">` : nothing}
        <input id="logo" type="file" accept="image/png,image/jpeg" aria-describedby="logo-hint"
          ?disabled=${this.attempt.isBusy} @change=${this.onChosen}>
        ${this.logo ? html`<button type="button" class="quiet" @click=${() => this.keep(null)}>${removeLogo}</button>` : nothing}
      </div>
      <span class="hint" id="logo-hint">${logoHint}</span>
      ${this.attempt.render()}
    </div>`
  }

  private async onChosen(event: Event) {
    const input = targetOf(event, HTMLInputElement)
    const [file] = input.files ?? []
    if (file) await this.keep(file)
    input.value = ''
  }

  private keep(file: File | null) {
    return this.attempt.run(async () => {
      const image = file && (await shrinkPicture(file))
      const detail = await this.client.call('PUT /settings/letters/logo', {
        params: this.inUnit,
        body: { revision: this.revision, image },
      })
      this.dispatchEvent(new CustomEvent('settings-saved', { detail, bubbles: true, composed: true }))
    })
  }
}

/** Milliseconds without typing after which the letter is drawn again. */
const PATIENCE = 400

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
        <p role="status">${number ? settings.example({ number }) : settings.noExample}</p>
        <button type="button" ?disabled=${this.attempt.isBusy} @click=${this.onPdf}>${icons.download}${settings.pdf}</button>
      </div>
      ${this.attempt.render()}
      <letter-sheet .paper=${paper} label=${preview}></letter-sheet>
    `
  }

  /** While a half-written field prevents a new drawing, the last letter stays. */
  private async ask() {
    const asked = ++this.asked
    const shown = await this.client
      .call('POST /settings/letters/preview', { params: this.inUnit, body: this.settings })
      .catch(() => null)
    if (shown && asked === this.asked) this.shown = shown
  }

  private onPdf() {
    return this.attempt.run(async () => {
      const { name, bytes } = await this.client.file('POST /settings/letters/preview.pdf', {
        params: this.inUnit,
        body: this.settings,
      })
      saveFile(bytes, name)
    })
  }
}
