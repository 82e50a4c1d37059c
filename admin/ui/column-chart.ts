import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { type Bar, numberTable, renderNumbers } from './bar-list.ts'
import { controls, surfaces } from './controls.ts'

export interface Column extends Bar {
  /** Below the column, where `label` is too long. */
  readonly short: string
}

/**
 * Counts over time as columns side by side, the newest at the end. Each column is a link that says its whole name; the
 * same stands in a table below.
 */
@customElement('ui-columns')
export class ColumnChart extends LitElement {
  static override styles = [
    controls,
    surfaces,
    numberTable,
    css`
      :host {
        display: block;
      }
      ol {
        display: flex;
        gap: 4px;
        margin: 0;
        overflow-x: auto;
        padding: 3px;
      }
      li {
        flex: 1 1 0;
        min-inline-size: 26px;
      }
      li {
        position: relative;
      }
      .column {
        display: grid;
        grid-template-rows: auto 120px auto;
        gap: 2px;
        color: var(--ink);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
        text-align: center;
        text-decoration: none;
      }
      a:hover .short,
      a:hover strong {
        text-decoration: underline;
      }
      svg {
        inline-size: 100%;
        max-inline-size: 56px;
        block-size: 120px;
        margin-inline: auto;
        border-block-end: 1px solid var(--line-strong);
      }
      rect {
        fill: var(--accent);
      }
      a:hover rect {
        fill: var(--accent-strong);
      }
      .short {
        min-block-size: 1.4em;
        color: var(--ink-soft);
        white-space: pre;
        line-height: 1.3;
      }
      @media print {
        ol {
          gap: 1px;
          overflow: visible;
        }
        li {
          min-inline-size: 0;
        }
        .column {
          font-size: 0.5625rem;
        }
      }
      @media (forced-colors: active) {
        rect {
          fill: Highlight;
        }
      }
    `,
  ]

  @property({ attribute: false }) columns: readonly Column[] = []
  @property({ attribute: 'as-table' }) asTable = ''

  override firstUpdated() {
    const row = this.renderRoot.querySelector('ol')
    if (row) row.scrollLeft = row.scrollWidth
  }

  override render() {
    const most = Math.max(1, ...this.columns.map(({ value }) => value ?? 0))
    return html`
      <ol class="plain">${this.columns.map((column) => this.renderColumn(column, most))}</ol>
      ${renderNumbers(this.asTable, this.columns)}
    `
  }

  private renderColumn({ label, short, value, shown, href }: Column, most: number) {
    const height = (100 * (value ?? 0)) / most
    const drawn = html`<span class="unseen">${label}: </span>
      <strong class=${value === null ? 'soft' : ''}>${shown}</strong>
      <svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
        ${value ? svg`<rect y=${100 - height} width="1" height=${height}/>` : nothing}
      </svg>
      <span class="short" aria-hidden="true">${short}</span>`
    return html`<li>
      ${href && value ? html`<a class="column" href=${href}>${drawn}</a>` : html`<div class="column">${drawn}</div>`}
    </li>`
  }
}
