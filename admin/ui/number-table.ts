import { css, html } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'

/** A number of a chart, as its table names it. */
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

/** The numbers of a chart as a table, which opens where somebody wants it. */
export const renderNumbers = (name: string, numbers: readonly Named[]) => html`<details>
  <summary>${name}</summary>
  <table>
    <tbody>
      ${numbers.map(({ label, lang, shown }) => html`<tr><th scope="row" lang=${ifDefined(lang)}>${label}</th><td>${shown}</td></tr>`)}
    </tbody>
  </table>
</details>`
