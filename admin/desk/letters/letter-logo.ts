import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { targetOf } from '../../ui/target.ts'
import { shrinkPicture } from './shrink-picture.ts'

/**
 * The logo of the letterhead, kept as soon as it is chosen.
 * @fires settings-saved - The settings as they stand then.
 */
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
      const detail = await this.client.letters.setLogo(this.unit.tenant, { revision: this.revision, image })
      this.dispatchEvent(new CustomEvent('settings-saved', { detail, bubbles: true, composed: true }))
    })
  }
}
