import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { controls, surfaces } from './controls.ts'

interface Named {
  readonly label: string
  readonly lang?: string | undefined
  readonly shown: string
}

export const numberTable = css`
  summary {
    inline-size: max-content;
    padding-block: 4px;
    color: var(--accent);
    font-size: var(--size-small);
    cursor: pointer;
  }
  table {
    border-collapse: collapse;
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 3px 16px 3px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    font-weight: 400;
  }
  td {
    text-align: end;
  }
  @media print {
    details:not([open]) {
      display: none;
    }
  }
`

export const renderNumbers = (name: string, numbers: readonly Named[]) => html`<details>
  <summary>${name}</summary>
  <table>
    <tbody>
      ${numbers.map(({ label, lang, shown }) => html`<tr><th scope="row" lang=${ifDefined(lang)}>${label}</th><td>${shown}</td></tr>`)}
    </tbody>
  </table>
</details>`

export interface Bar {
  readonly label: string
  /** The language of the label, where that is another one than the page's. */
  readonly lang?: string | undefined
  /** `null`: not shown. */
  readonly value: number | null
  readonly shown: string
  /** A longer length behind it, which `shown` names too. */
  readonly beyond?: number | null
  readonly href?: string | undefined
  readonly tone?: 'usual' | 'good' | 'bad'
}

/** Counts as bars below each other; the same stands in a table below where that has a name. */
@customElement('ui-bars')
export class BarList extends LitElement {
  static override styles = [
    controls,
    surfaces,
    numberTable,
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
        grid-template-columns: minmax(40%, 1fr) auto;
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
      .beyond {
        fill: var(--accent);
        opacity: 0.35;
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
  @property({ attribute: 'as-table' }) asTable = ''

  override render() {
    const most = Math.max(1, ...this.bars.map(({ value, beyond }) => Math.max(value ?? 0, beyond ?? 0)))
    return html`<ul class="plain">${this.bars.map((bar) => this.renderBar(bar, most))}</ul>
      ${this.asTable ? renderNumbers(this.asTable, this.bars) : nothing}`
  }

  private renderBar({ label, lang, value, shown, href, beyond, tone = 'usual' }: Bar, most: number) {
    return html`<li>
      <span lang=${ifDefined(lang)}>${label}</span>
      ${
        href && (value || beyond !== undefined)
          ? html`<a href=${href}><span class="unseen" lang=${ifDefined(lang)}>${label}: </span>${shown}</a>`
          : html`<strong class=${value === null ? 'soft' : ''}>${shown}</strong>`
      }
      ${
        value === null
          ? nothing
          : html`<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            ${beyond ? svg`<rect class="beyond" width=${(100 * beyond) / most} height="1"/>` : nothing}${svg`<rect class=${tone} width=${(100 * value) / most} height="1"/>`}
          </svg>`
      }
    </li>`
  }
}
