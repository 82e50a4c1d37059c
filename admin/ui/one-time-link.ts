import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls, surfaces } from './controls.ts'
import './copy-button.ts'

@customElement('ui-one-time-link')
export class UiOneTimeLink extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      div {
        display: grid;
        gap: 8px;
        padding: 14px 16px;
        border-radius: var(--radius);
        background: var(--accent-soft);
      }
    `,
  ]

  @property() address = ''
  @property() label = ''
  @property({ attribute: 'copy-label' }) copyLabel = ''
  @property({ attribute: 'done-label' }) doneLabel = ''

  override render() {
    return html`<div role="group" aria-label=${this.label}>
      <strong>${this.label}</strong>
      <code>${this.address}</code>
      <span><ui-copy .text=${this.address} label=${this.copyLabel} done-label=${this.doneLabel}></ui-copy></span>
    </div>`
  }
}
