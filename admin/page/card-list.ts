import { css } from 'lit'

export const cardList = css`
  .list {
    display: grid;
    gap: 8px;
  }
  .list > li {
    display: grid;
    gap: 6px;
    padding: 14px 20px;
    border-radius: var(--radius-large);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
`
