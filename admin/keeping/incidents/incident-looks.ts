import { css } from 'lit'

export const incidentLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 860px;
  }
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
