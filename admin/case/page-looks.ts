import { css } from 'lit'

/** How the case page lays out its parts: story beside facts, and an open act beside the story. */
export const pageLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    max-inline-size: 1400px;
  }
  act-bar {
    position: sticky;
    z-index: 5;
    inset-block-start: 0;
    margin-inline: -28px;
    padding: 10px 28px;
    background: var(--paper);
    box-shadow: 0 1px 0 var(--line);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 16px;
    align-items: start;
  }
  .layout.acting {
    grid-template-columns: minmax(0, 1fr) minmax(0, 460px);
  }
  .main,
  .side {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .main {
    grid-area: 1 / 1;
  }
  .panel,
  .side {
    grid-area: 1 / 2;
  }
  .panel {
    position: sticky;
    inset-block-start: 72px;
    max-block-size: calc(100dvh - 88px);
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
      grid-template-columns: minmax(0, 1fr);
    }
    .main,
    .side,
    .panel {
      grid-area: auto;
    }
    .acting .side {
      display: grid;
    }
    .panel {
      scroll-margin-block-start: 64px;
      position: static;
      max-block-size: none;
    }
  }
  @media (max-width: 767px) {
    act-bar {
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
