import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from './controls.ts'
import { icons } from './icons.ts'

/** Puts a text on the clipboard and says so on itself. */
@customElement('ui-copy')
export class UiCopy extends LitElement {
  static override styles = [controls]

  @property() text = ''
  @property() label = ''
  @property({ attribute: 'done-label' }) doneLabel = ''
  @state() private copied = false

  override render() {
    return html`<button type="button" @click=${this.copy}>
      ${this.copied ? icons.check : icons.copy}<span aria-live="polite">${this.copied ? this.doneLabel : this.label}</span>
    </button>`
  }

  private async copy() {
    await navigator.clipboard.writeText(this.text)
    this.copied = true
    setTimeout(() => {
      this.copied = false
    }, 4_000)
  }
}
