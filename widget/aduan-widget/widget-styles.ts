import { css } from '../element/css.ts'

/**
 * `all: initial` keeps the type of the page out. It leaves `direction` alone, which is set because all our languages
 * run from left to right. `!important` keeps resets of the page off the element.
 */
export const widgetStyles = css`
  :host {
    display: block !important;
    contain: layout style;
  }
  :host([mode='button']) {
    display: inline-block !important;
    contain: none;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    direction: ltr;
    display: block;
    font-family: var(--aduan-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-size: 1rem;
    line-height: 1.55;
    color: var(--_text);
    -webkit-text-size-adjust: 100%;
  }
  .panel {
    position: relative;
    max-width: 44rem;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-top: 5px solid var(--_accent);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
  }
  .bar {
    position: sticky;
    z-index: 1;
    top: var(--aduan-top, 0);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    padding-block: 0.4rem;
    padding-inline: 1rem 0.75rem;
    background: var(--_surface);
    border-bottom: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .office {
    flex: 1 1 7rem;
    min-width: 0;
    font-weight: 700;
    line-height: 1.3;
  }
  .parent {
    display: block;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_muted);
  }
  .bar button {
    min-height: 2.75rem;
    min-width: 2.75rem;
    padding: 0.3rem 0.6rem;
    font-size: 0.875rem;
  }
  .exit {
    color: var(--_danger);
    border-color: var(--_danger);
    white-space: nowrap;
  }
  .body {
    padding: 1.25rem min(1rem, 4vw) 1.5rem;
  }
  .private {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.6rem;
    margin-bottom: 0.9rem;
    font-size: 0.9375rem;
    line-height: 1.4;
    color: var(--_muted);
  }
  .private p {
    flex: 1 1 90%;
  }
  /* Both are read once, on the first step. */
  .private:has(+ aduan-filing[begun]) :is(svg, .trust, p:not(.missing)) {
    display: none;
  }
  svg {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
  }
  ::slotted(a) {
    color: var(--_accent);
    font-weight: 600;
  }
  @media (max-width: 30em) {
    .parent {
      display: none;
    }
  }
  @media (min-width: 40em) {
    .body {
      padding: 1.75rem 2rem 2rem;
    }
    .bar {
      padding-inline: 2rem 1.25rem;
    }
  }
  @media print {
    .bar button {
      display: none;
    }
  }
`
