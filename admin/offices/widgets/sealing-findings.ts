import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const embedLooks = css`
  ${columnOf(960)}
  h2,
  dd,
  li {
    overflow-wrap: anywhere;
  }
  .verdicts {
    display: grid;
    gap: 14px;
  }
  dt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    font-weight: 650;
  }
  dd {
    padding-inline-start: 28px;
    max-inline-size: 75ch;
  }
  .good .icon {
    color: var(--ok);
  }
  .poor .icon {
    color: var(--warn);
  }
  .bad .icon {
    color: var(--danger);
  }
  pre {
    overflow-x: auto;
    margin: 4px 0 8px;
    padding: 12px;
    border-radius: var(--radius);
    background: var(--ground);
    white-space: pre-wrap;
  }
  .seen li {
    padding: 12px 0;
  }
  .seen li + li {
    border-block-start: 1px solid var(--line);
  }
  .seen .icon {
    margin-inline-end: 6px;
    vertical-align: text-bottom;
  }
`
