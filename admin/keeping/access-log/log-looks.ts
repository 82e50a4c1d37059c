import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const logLooks = css`
  ${columnOf(1200)}
  .filter {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    align-items: start;
    gap: 12px 16px;
  }
  .press,
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .press {
    grid-column: 1 / -1;
  }
  .promise {
    max-inline-size: 80ch;
  }
  .digest {
    overflow-wrap: anywhere;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    border-radius: var(--radius-large);
    background: var(--surface);
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 7px 12px;
    text-align: start;
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 20px;
  }
  thead th {
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 600;
  }
  tbody tr {
    border-block-start: 1px solid var(--line);
  }
  tbody td:first-child,
  tbody td:last-child {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .cards {
    display: grid;
    gap: 8px;
  }
  .cards li {
    display: grid;
    gap: 2px;
    padding: 12px 16px;
    border-radius: var(--radius-large);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  .line:focus-visible {
    outline-offset: -2px;
  }
`
