import { css } from 'lit'

/** Buttons and links that look like buttons, focus, and words for screen readers only. */
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
