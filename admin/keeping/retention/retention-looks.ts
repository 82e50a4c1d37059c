import { css } from 'lit'

/** Lists of cases on the pages about what is past its time. */
export const retentionLooks = css`
  .lines {
    display: grid;
    gap: 4px;
  }
  .lines > li {
    display: grid;
    gap: 2px;
    padding: 8px 0;
    border-block-end: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .lines > li:last-child {
    border-block-end: 0;
  }
  .lines .icon {
    vertical-align: -4px;
  }
`
