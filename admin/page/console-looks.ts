import { css } from 'lit'

/** A page of the console: a heading, and below it a list whose lines stand on one sheet. */
export const consoleLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 960px;
  }
  ul {
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  li {
    padding: 14px 24px;
    overflow-wrap: anywhere;
  }
  li + li {
    border-block-start: 1px solid var(--line);
  }
`
