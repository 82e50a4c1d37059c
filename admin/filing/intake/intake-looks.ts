import { css } from 'lit'

/** The form at the counter: each step fits a tablet's screen. */
export const intakeLooks = css`
  .card {
    display: grid;
    gap: 14px;
    padding: 18px 24px;
  }
  .card[hidden] {
    display: none;
  }
  h2:focus-visible {
    outline: none;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices label {
    display: grid;
    align-content: start;
    gap: 8px;
    padding: 14px 16px;
    border: 2px solid var(--line-strong);
    border-radius: var(--radius-large);
    cursor: pointer;
  }
  .choices label:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .choices .row {
    flex-wrap: nowrap;
  }
  .aloud {
    line-height: 1.5;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 24px;
  }
  .stack {
    align-content: start;
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .day .field {
    flex: 1 1 220px;
  }
  .day button {
    padding-inline: 10px;
  }
`

/** The page around the form. */
export const pageLooks = css`
  .all {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    max-inline-size: 1120px;
  }
  :host([there]) .all {
    margin-inline: auto;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    margin-block-end: 10px;
  }
  .top p,
  .top ol {
    flex: 1 1 240px;
  }
  .top ol {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .top [aria-current] {
    color: var(--ink);
    font-weight: 700;
  }
  .top label {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--size-small);
  }
  .top input:not([type='checkbox']) {
    inline-size: 120px !important;
  }
  .asking {
    visibility: hidden;
  }
  @media print {
    .top {
      display: none;
    }
  }
`
