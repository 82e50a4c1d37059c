import { css } from 'lit'

export const thingLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .things {
    display: grid;
    border-block-start: 1px solid var(--line);
  }
  .things > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: start;
    padding-block: 12px;
    overflow-wrap: anywhere;
  }
  .things > li + li {
    border-block-start: 1px solid var(--line);
  }
  .things > li > div:first-child {
    display: grid;
    gap: 2px;
  }
  summary {
    cursor: pointer;
    padding-block: 8px;
  }
  form {
    display: grid;
    gap: 16px;
  }
`
