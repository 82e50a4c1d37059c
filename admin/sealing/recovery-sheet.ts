import { consume } from '@lit/context'
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type Unit, unitContext } from '../api/context.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'
import { surfaces } from '../ui/surfaces.ts'
import { sealingWords } from './sealing-words.ts'

/** One recovery share in words, as it is shown and printed once. */
@customElement('recovery-sheet')
export class RecoverySheet extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
        gap: 8px 16px;
        padding: 16px 16px 16px 48px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        font: 600 var(--size-large) / 1.5 ui-monospace, monospace;
      }
      code {
        font-size: var(--size-large);
        overflow-wrap: anywhere;
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @property({ type: Number }) index = 1
  @property() holder = ''
  @property() fingerprint = ''
  @property({ attribute: false }) share: readonly string[] = []

  override render() {
    const words = sealingWords(this.words)
    return html`
      <div>
        <h2 tabindex="-1">${words.sheet(this.index)}</h2>
        <p>${words.sheetFor(this.holder)} · ${this.unit.view.name}</p>
      </div>
      <p>${words.fingerprint}: <code>${this.fingerprint}</code></p>
      <ol translate="no">${this.share.map((word) => html`<li>${word}</li>`)}</ol>
      <p>${words.sheetText}</p>
      <div><button type="button" @click=${() => window.print()}>${icons.print}${words.print}</button></div>
    `
  }

  override focus() {
    this.renderRoot.querySelector('h2')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-sheet': RecoverySheet
  }
}
