import { css } from 'lit'

export const figureTables = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .lines {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
  }
  @media (max-width: 900px) {
    .lines {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .card {
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    min-inline-size: 36rem;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 8px 16px 8px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 400;
  }
  tbody th {
    font-weight: 400;
  }
  td span {
    display: block;
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  td a {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 2px;
    color: inherit;
  }
  .worse {
    color: var(--danger);
  }
  abbr {
    text-decoration: none;
  }
  @media print {
    .card {
      break-inside: avoid;
    }
    .scroll {
      overflow: visible;
    }
    table {
      min-inline-size: 0;
    }
  }
`
