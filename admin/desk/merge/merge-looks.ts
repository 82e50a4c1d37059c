import { css } from 'lit'

/** Two cases beside each other on a desk, one part below the other on a phone. */
export const mergeLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    max-inline-size: 1200px;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--size-small);
    text-decoration: none;
    justify-self: start;
  }
  .candidates {
    display: grid;
    gap: 10px;
  }
  .candidates li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding-block-end: 10px;
    border-block-end: 1px solid var(--line);
  }
  .subject {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  form:not(.card) {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  th,
  td {
    padding: 10px 14px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th:first-child {
    inline-size: 170px;
    font-weight: 500;
    color: var(--ink-soft);
  }
  .stacked {
    display: grid;
    gap: 10px;
  }
  .stacked section {
    padding: 12px 16px;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .stacked h2 {
    font-size: var(--size-body);
  }
  .stacked dt {
    margin-block-start: 8px;
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .mark-word {
    display: block;
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 400;
  }
  .differs .mark-word {
    color: var(--warn);
    font-weight: 600;
  }
  .stacked section.differs,
  tr.differs td {
    box-shadow: inset 3px 0 var(--warn);
  }
`
