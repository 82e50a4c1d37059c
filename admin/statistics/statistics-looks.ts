import { css } from 'lit'

/** Four numbers that say how the unit is doing, and below them what they are made of. */
export const statisticsLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 1040px;
  }
  .headlines {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 12px;
  }
  .headlines > div {
    padding: 14px 20px;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  dd {
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  dd.late {
    color: var(--danger);
  }
  dd .soft {
    font-weight: 400;
  }
  dd.more {
    font-size: var(--size-small);
    font-weight: 400;
  }
  .lines {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
    align-items: start;
  }
  ul {
    display: grid;
    gap: 10px;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
    font-variant-numeric: tabular-nums;
  }
  svg {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 6px;
    border-radius: 3px;
    background: var(--sunk);
  }
  rect {
    fill: var(--accent);
  }
  @media (max-width: 900px) {
    .headlines {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .lines {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .headlines > div {
      padding: 12px 14px;
    }
  }
`
