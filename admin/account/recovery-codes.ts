import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../page/page-element.ts'
import '../ui/copy-button.ts'

/**
 * Recovery codes, shown once.
 * @fires codes-kept - the person says that they have them
 */
@customElement('recovery-codes')
export class RecoveryCodes extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 6px 16px;
        padding: 14px 16px;
        border-radius: var(--radius);
        background: var(--sunk);
        list-style: none;
      }
    `,
  ]

  @property({ attribute: false }) codes: readonly string[] = []

  override render() {
    const { account, common } = this.wording
    return html`<div class="stack">
      <p>${account.codesOnce}</p>
      <ol aria-label=${account.codes}>${this.codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
      <div class="row">
        <button class="primary" @click=${this.kept}>${account.codesKept}</button>
        <ui-copy .text=${this.codes.join('\n')} label=${common.copy} done-label=${common.copied}></ui-copy>
      </div>
    </div>`
  }

  private kept() {
    this.dispatchEvent(new CustomEvent('codes-kept'))
  }
}
