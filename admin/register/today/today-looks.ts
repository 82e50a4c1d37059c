import { css } from 'lit'

export const todayLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    max-inline-size: 1100px;
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pages a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font-size: 0.875rem;
    text-decoration: none;
  }
  .pages a:hover {
    border-color: var(--accent);
  }
  .pages .late strong {
    color: var(--danger);
  }
  .list {
    display: grid;
    overflow: hidden;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .list li {
    position: relative;
    display: grid;
    grid-template-columns: 136px minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 16px;
    padding: 9px 14px 9px 18px;
    border-block-start: 1px solid var(--line);
  }
  .list li:first-child {
    border: 0;
  }
  .list li:hover {
    background: var(--accent-soft);
  }
  .due-at {
    font-size: 0.875rem;
  }
  .about {
    min-inline-size: 0;
  }
  .about strong {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .about .row {
    gap: 2px 12px;
  }
  .kind {
    color: var(--ink);
    font-weight: 600;
  }
  .number {
    color: inherit;
    font-variant-numeric: tabular-nums;
    text-decoration: none;
  }
  .number::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .number:focus-visible {
    outline: none;
  }
  .number:focus-visible::after {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .act {
    position: relative;
    min-inline-size: 132px;
  }
  .declare {
    position: relative;
    display: grid;
    justify-items: center;
  }
  .declare .act {
    inline-size: 100%;
  }
  .declare a {
    display: inline-grid;
    align-items: center;
    min-block-size: 28px;
  }
  @media (max-width: 767px) {
    .declare {
      grid-column: 1 / -1;
    }
    .declare a {
      min-block-size: 44px;
    }
    .list li {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 12px 14px;
    }
    .about {
      grid-column: 1 / -1;
      grid-row: 1;
    }
    .about strong {
      white-space: normal;
    }
    .pages a {
      min-block-size: 44px;
    }
  }
`
