import { css } from 'lit'

/** Lies over the lower edge of the page, so that nothing moves under anybody's eyes. */
export const liveLooks = css`
  :host {
    position: sticky;
    z-index: 5;
    inset-block-end: calc(var(--below, 0px) + 12px);
    display: grid;
    justify-items: start;
    gap: 8px;
    pointer-events: none;
  }
  .banner {
    align-items: center;
    flex-wrap: wrap;
    border: 1px solid var(--line-strong);
    background: var(--surface);
    box-shadow: var(--shadow);
    pointer-events: auto;
  }
  .banner.warn {
    background: var(--warn-soft);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 6px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--size-small);
    pointer-events: auto;
  }
  .chip.writes {
    background: var(--warn-soft);
    font-weight: 600;
  }
  @media print {
    :host {
      display: none;
    }
  }
`
