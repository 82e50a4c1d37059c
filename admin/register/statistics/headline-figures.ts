import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../../ui/controls.ts'
import { surfaces } from '../../ui/surfaces.ts'
import type { Tile } from './headline-tiles.ts'

/** The few numbers that say how a unit is doing. */
@customElement('headline-figures')
export class HeadlineFigures extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: 12px;
      }
      dl > div {
        display: grid;
        align-content: start;
        padding: 14px 20px;
        border-radius: var(--radius-large);
        background: var(--surface);
      }
      dt,
      dd.more {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      dd {
        font-variant-numeric: tabular-nums;
      }
      dd.big {
        font-size: 1.75rem;
        font-weight: 650;
        line-height: 1.3;
      }
      dd.big a {
        display: inline-block;
        min-inline-size: 24px;
        color: inherit;
        text-decoration-color: var(--line-strong);
        text-decoration-thickness: 1px;
      }
      dd.big .soft {
        font-weight: 400;
      }
      .late {
        color: var(--danger);
      }
      dd.more a {
        display: inline-block;
        padding-block: 2px;
      }
      @media (max-width: 900px) {
        dl {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      @media (max-width: 640px) {
        dl > div {
          padding: 12px 14px;
        }
      }
    `,
  ]

  @property({ attribute: false }) tiles: readonly Tile[] = []

  override render() {
    return html`<dl>
      ${this.tiles.map(
        ({ label, big, isBad, more }) => html`<div>
          <dt>${label}</dt>
          <dd class="big ${isBad ? 'late' : ''}">${big}</dd>
          ${more.map((line) => html`<dd class="more">${line}</dd>`)}
        </div>`,
      )}
    </dl>`
  }
}
