import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const mailboxLooks = css`
  ${columnOf(1200)}
  .layout {
    display: grid;
    grid-template-columns: 360px minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  ul {
    overflow: hidden;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  li + li {
    border-block-start: 1px solid var(--line);
  }
  li button {
    display: grid;
    justify-content: stretch;
    justify-items: start;
    gap: 0;
    inline-size: 100%;
    padding: 10px 16px;
    border: 0;
    border-radius: 0;
    background: transparent;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  li button:hover,
  li button[aria-current] {
    background: var(--accent-soft);
  }
  li button:focus-visible {
    outline-offset: -2px;
  }
  .hint {
    padding: 24px;
  }
  .back {
    display: none;
  }
  h2:focus-visible {
    outline: none;
  }
  @media (max-width: 900px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
    .hint,
    .reading nav {
      display: none;
    }
    .back {
      display: block;
    }
  }
`
