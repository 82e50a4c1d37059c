import { css } from 'lit'

export const listLooks = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--surface);
    border-radius: var(--radius-large);
    overflow: hidden;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 5px 12px;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 20px;
  }
  thead th {
    padding-block: 9px;
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 600;
  }
  tbody tr {
    position: relative;
    border-block-start: 1px solid var(--line);
  }
  tbody tr:hover {
    background: var(--accent-soft);
  }
  .about {
    inline-size: 99%;
    max-inline-size: 0;
  }
  .about > span {
    display: block;
  }
  .subject {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .about > .subject {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  tbody {
    line-height: 1.4;
  }
  .below {
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .paused::first-letter {
    text-transform: uppercase;
  }
  .paused {
    display: block;
    font-size: var(--size-small);
  }
  .number {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    text-decoration: none;
  }
  .number::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .pick {
    position: relative;
    z-index: 1;
  }
  td.pick {
    inline-size: 1%;
    padding-inline: 12px 0;
  }
  .pick.all label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-block: 4px 8px;
  }
  .pick input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .number:hover {
    text-decoration: underline;
  }
  .number:focus-visible {
    outline: none;
  }
  .number:focus-visible::after {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  .date,
  .handler {
    white-space: nowrap;
  }
  .when {
    display: grid;
  }
  .cards {
    display: grid;
    gap: 8px;
  }
  .cards li {
    position: relative;
    display: grid;
    gap: 6px;
    padding: 14px 16px;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .about .below,
  .cards .below {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
  }
  .cards .when {
    display: flex;
    gap: 8px;
  }
  @media print {
    .pick {
      display: none;
    }
    tr,
    .cards li {
      break-inside: avoid;
    }
  }
`
