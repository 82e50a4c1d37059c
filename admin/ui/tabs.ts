import { css } from 'lit'

/** How the open one of a line that scrolls is brought into view: the page stays where it is. */
export const sideways: ScrollIntoViewOptions = { block: 'nearest', inline: 'center' }

/** Links to the stages or views of a list, each with a count, in one line that scrolls. */
export const tabs = css`
  nav {
    display: flex;
    gap: 2px;
    overflow-x: auto;
    scrollbar-width: thin;
    padding: 3px;
    margin: -3px;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 4px 11px;
    border-radius: var(--radius);
    color: var(--ink);
    font-size: 0.875rem;
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    background: var(--sunk);
  }
  nav a[aria-current] {
    background: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  .count {
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }
  nav a[aria-current] .count {
    color: inherit;
  }
  @media (pointer: coarse) {
    nav a {
      min-block-size: 44px;
    }
  }
`
