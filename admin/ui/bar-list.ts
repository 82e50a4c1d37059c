import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from './controls.ts'
import { surfaces } from './surfaces.ts'

/** One bar: what it is of, how long it is, and what is read for its length. */
export interface Bar {
  readonly label: string
  /** `null`: not shown. */
  readonly value: number | null
  readonly shown: string
  /** Address of the list of what this bar counts. */
  readonly href?: string | undefined
  readonly tone?: 'usual' | 'good' | 'bad'
}

/** Counts as bars below each other. It is a list of words and numbers, so it needs no other telling. */
@customElement('ui-bars')
export class BarList extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 16px;
        align-items: baseline;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      a {
        min-inline-size: 24px;
        padding-block: 2px;
        text-align: end;
        font-weight: 650;
      }
      svg {
        grid-column: 1 / -1;
        inline-size: 100%;
        block-size: 6px;
        border-radius: 3px;
        background: var(--sunk);
      }
      rect {
        fill: var(--accent);
      }
      .good {
        fill: var(--ok);
      }
      .bad {
        fill: var(--danger);
      }
      @media (forced-colors: active) {
        svg {
          border: 1px solid CanvasText;
        }
        rect {
          fill: Highlight;
        }
      }
    `,
  ]

  @property({ attribute: false }) bars: readonly Bar[] = []

  override render() {
    const most = Math.max(1, ...this.bars.map(({ value }) => value ?? 0))
    return html`<ul class="plain">${this.bars.map((bar) => this.renderBar(bar, most))}</ul>`
  }

  private renderBar({ label, value, shown, href, tone = 'usual' }: Bar, most: number) {
    return html`<li>
      <span>${label}</span>
      ${
        href && value
          ? html`<a href=${href} aria-label="${label}: ${shown}">${shown}</a>`
          : html`<strong class=${value === null ? 'soft' : ''}>${shown}</strong>`
      }
      ${
        value === null
          ? nothing
          : html`<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            ${svg`<rect class=${tone} width=${(100 * value) / most} height="1"/>`}
          </svg>`
      }
    </li>`
  }
}
