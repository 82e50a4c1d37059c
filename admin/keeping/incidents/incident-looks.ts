import { css } from 'lit'
import { pageColumn } from '../../page/page-column.ts'

export const incidentLooks = css`
  ${pageColumn}
  form {
    display: grid;
    gap: 16px;
  }
  dl {
    display: grid;
    gap: 12px;
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  li {
    overflow-wrap: anywhere;
  }
  ul.lines > li {
    padding-block: 10px;
    border-block-start: 1px solid var(--line);
  }
`
