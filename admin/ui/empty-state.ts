import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls, surfaces } from './controls.ts'
import { type IconName, icons } from './icons.ts'

@customElement('ui-empty')
export class UiEmpty extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      div {
        display: grid;
        justify-items: center;
        gap: 8px;
        max-inline-size: 52ch;
        margin-inline: auto;
        padding: 48px 16px;
        text-align: center;
      }
      .icon {
        inline-size: 40px;
        block-size: 40px;
        stroke-width: 1;
        color: var(--ink-soft);
      }
    `,
  ]

  @property() icon: IconName = 'list'
  @property() heading = ''
  @property() text = ''

  override render() {
    return html`<div>
      ${icons[this.icon]}
      <h2>${this.heading}</h2>
      <p class="soft">${this.text}</p>
      <slot></slot>
    </div>`
  }
}
