import { css } from 'lit'

/** Text hierarchy, cards, banners and definition lists that every page is laid out with. */
export const surfaces = css`
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
  }
  h1 {
    font-size: var(--size-title);
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h1 + p {
    margin-block-start: 4px;
  }
  h2 {
    font-size: var(--size-large);
    line-height: 1.35;
    font-weight: 650;
  }
  h3 {
    font-size: var(--size-body);
    font-weight: 650;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--size-small);
  }
  .card {
    display: grid;
    gap: 16px;
    align-content: start;
    padding: 20px 24px;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .spread {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .stack {
    display: grid;
    gap: 16px;
  }
  .prose {
    max-inline-size: 80ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .banner {
    display: flex;
    gap: 10px;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--accent-soft);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .banner > .icon {
    margin-block-start: 1px;
    color: var(--accent);
  }
  .banner.danger {
    background: var(--danger-soft);
  }
  .banner.danger > .icon {
    color: var(--danger);
  }
  .banner.warn {
    background: var(--warn-soft);
  }
  .banner.warn > .icon {
    color: var(--warn);
  }
  .banner.ok {
    background: var(--ok-soft);
  }
  .banner.ok > .icon {
    color: var(--ok);
  }
  ul.plain,
  ol.plain {
    padding: 0;
    list-style: none;
  }
  code {
    font-family: var(--font-code);
    overflow-wrap: anywhere;
  }
  @media (max-width: 640px) {
    .card {
      padding: 16px;
    }
  }
  @media print {
    .card {
      padding: 0 0 12px;
    }
    .screen-only {
      display: none !important;
    }
  }
  @media not print {
    .print-only {
      display: none;
    }
  }
`
