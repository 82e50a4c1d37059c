import { css } from 'lit'
import { columnOf } from './page-column.ts'

/** A page of the console: a heading, and below it a list whose lines stand on one sheet. */
export const consoleLooks = css`
  ${columnOf(960)}
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
