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
    // A browser has no clipboard for pages that came unencrypted, and may refuse it to others.
    const isThere = await navigator.clipboard?.writeText(this.text).then(
      () => true,
      () => false,
    )
    if (!isThere && !this.copyBySelecting()) return
    this.copied = true
    setTimeout(() => {
      this.copied = false
    }, 4_000)
  }

  private copyBySelecting(): boolean {
    const field = document.createElement('textarea')
    field.value = this.text
    this.renderRoot.append(field)
    field.select()
    const isCopied = document.execCommand('copy')
    field.remove()
    this.renderRoot.querySelector('button')?.focus()
    return isCopied
  }
}
