import { css, html, type TemplateResult } from 'lit'
import { icons } from './icons.ts'

export const controls = css`
  :host {
    font-size: var(--size-body);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--focus, var(--accent));
    outline-offset: 2px;
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button,
  .button,
  ::file-selector-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 4px 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font: 600 var(--size-body) / 1.3 var(--font);
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover,
  ::file-selector-button:hover {
    border-color: var(--ink-soft);
    background: var(--sunk);
  }
  button.primary,
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover,
  .button.primary:hover {
    border-color: var(--accent-strong);
    background: var(--accent-strong);
  }
  button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }
  button.danger:hover {
    background: var(--danger-soft);
  }
  button.danger.filled {
    background: var(--danger);
    color: var(--danger-ink);
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--accent-soft);
  }
  button.only-icon {
    inline-size: 36px;
    padding: 0;
  }
  button[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button,
    .button,
    ::file-selector-button {
      min-block-size: 44px;
    }
    button.only-icon {
      inline-size: 44px;
    }
    summary {
      min-block-size: 44px;
      align-content: center;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`

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

/** The words of a page that waits: shown late, so that fast answers do not flicker. */
export const pendingState = (sentence: string): TemplateResult => html`<p class="pending" role="status">${sentence}</p>`

/** The words of a page that failed, with a way on. */
export const failedState = (sentence: string, again: string, retry: () => void): TemplateResult => html`
  <div class="banner danger" role="alert">
    ${icons.alert}
    <div class="stack">
      <p>${sentence}</p>
      <div><button type="button" @click=${retry}>${again}</button></div>
    </div>
  </div>`

/** The words of a page that will not come however often it is asked for. */
export const refusedState = (sentence: string): TemplateResult =>
  html`<div class="banner danger" role="alert">${icons.alert}<p>${sentence}</p></div>`

export const states = css`
  .pending {
    padding: 32px 0;
    color: var(--ink-soft);
    animation: appear 0.2s 0.25s backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`
