import { css } from 'lit'

export const pageLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    max-inline-size: 1400px;
  }
  .head {
    position: sticky;
    z-index: 5;
    inset-block-start: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin: -6px -28px 0;
    padding: 8px 28px;
    background: var(--paper);
    box-shadow: 0 1px 0 var(--line);
  }
  nav {
    display: flex;
    gap: 2px;
    overflow-x: auto;
    scrollbar-width: thin;
    box-shadow: 0 1px 0 var(--line);
  }
  .tab {
    min-block-size: 34px;
    padding: 4px 11px;
    border: 0;
    border-radius: var(--radius) var(--radius) 0 0;
    background: transparent;
    color: var(--ink-soft);
    font-size: 0.875rem;
    font-weight: 500;
    white-space: nowrap;
  }
  .tab[aria-pressed='true'] {
    box-shadow: inset 0 -3px 0 var(--accent);
    color: var(--ink);
    font-weight: 650;
  }
  @media (pointer: coarse) {
    .tab {
      min-block-size: 44px;
    }
  }
  .layout {
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr) 340px;
    gap: 12px 16px;
    align-items: start;
  }
  .layout.acting {
    grid-template: auto auto / minmax(0, 1fr) minmax(0, 460px);
  }
  .main,
  .side {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }
  .main {
    grid-area: 1 / 1 / span 2;
  }
  .side {
    grid-area: 1 / 2;
  }
  .notes {
    grid-area: 2 / 2;
  }
  .panel {
    grid-area: 1 / 2 / span 2;
  }
  .acting .main {
    grid-row-end: auto;
  }
  .acting .notes {
    grid-area: 2 / 1;
  }
  /* An element that shows nothing takes no gap. */
  case-labels,
  case-data-requests {
    display: contents;
  }
  .panel {
    position: sticky;
    inset-block-start: 104px;
    max-block-size: calc(100dvh - 120px);
    overflow-y: auto;
    padding: 2px;
    margin: -2px;
  }
  .acting .side {
    display: none;
  }
  @media (max-width: 1150px) {
    .layout,
    .layout.acting {
      grid-template: none / minmax(0, 1fr);
    }
    .layout > * {
      grid-area: auto !important;
    }
    .acting .side {
      display: grid;
    }
    .panel {
      scroll-margin-block-start: 64px;
      position: static;
      max-block-size: none;
      /* The buttons stand at the end of the panel. A box that does not scroll would lift them over the last consequence. */
      --below: 0px;
    }
  }
  @media (max-width: 767px) {
    .head {
      position: static;
      margin-inline: -16px;
      padding-inline: 16px;
    }
  }
  @media print {
    .layout,
    .layout.acting {
      display: block;
    }
    .acting .side {
      display: grid;
    }
  }
  .left {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
    margin: 0;
  }
  .left dd {
    margin: 0;
  }
`
