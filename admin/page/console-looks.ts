import { css } from 'lit'
import { columnOf } from './page-column.ts'

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
