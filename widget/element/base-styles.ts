import { css } from './theme.ts'

/** All elements of the widget share this sheet. Colours come from the theme. */
export const base = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
    scroll-margin-top: calc(6rem + var(--aduan-top, 0px));
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  h2 {
    margin: 0 0 1.25rem;
    font-size: 1.5rem;
    line-height: 1.25;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    font-size: 1.0625rem;
    line-height: 1.35;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .lead {
    margin-bottom: 1.25rem;
    color: var(--_muted);
  }
  .hint,
  .meaning,
  .counter,
  .kept,
  .optional,
  dt {
    font-size: 0.9375rem;
    color: var(--_muted);
  }
  .optional {
    font-weight: 400;
  }
  .written {
    white-space: pre-wrap;
  }

  .field,
  fieldset {
    margin: 0 0 1.5rem;
  }
  label,
  legend {
    font-weight: 600;
  }
  legend {
    padding: 0;
    font-size: 1.0625rem;
  }
  fieldset > .hint {
    margin-bottom: 0.75rem;
  }
  input:not([type='radio'], [type='checkbox'], [type='file']),
  textarea {
    display: block;
    width: 100%;
    min-height: 3rem;
    margin-top: 0.4rem;
    padding: 0.65rem 0.8rem;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.6);
  }
  textarea {
    resize: vertical;
    line-height: 1.5;
  }
  [aria-invalid='true']:not([type='checkbox']) {
    border: 2px solid var(--_danger);
  }
  .counter {
    margin-top: 0.25rem;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .over,
  .problem {
    color: var(--_danger);
    font-weight: 600;
  }
  .problem {
    margin: 0.3rem 0;
    padding-inline-start: 0.7rem;
    border-inline-start: 4px solid var(--_danger);
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 3rem;
    padding: 0.6rem 1.25rem;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    color: var(--_accent);
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.6);
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    background: var(--_soft);
  }
  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .primary:hover {
    background: var(--_accent);
    filter: brightness(0.93);
  }
  [aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  .plain {
    min-height: 2.75rem;
    padding: 0.4rem 0;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .danger {
    color: var(--_danger);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .card,
  .check {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0.8rem;
    cursor: pointer;
  }
  .card {
    grid-template-columns: auto 1fr;
    margin-top: 0.75rem;
    padding: 0.85rem min(1rem, 4vw);
    font-weight: 400;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .card:hover {
    background: var(--_soft);
  }
  .card:has(:checked) {
    background: var(--_soft);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .card :focus-visible {
    outline: none;
  }
  .meaning {
    display: block;
    margin-top: 0.2rem;
  }
  .check {
    align-items: center;
    min-height: 2.75rem;
    padding: 0.35rem 0;
    font-weight: 400;
  }
  [type='radio'],
  [type='checkbox'] {
    width: 1.35rem;
    height: 1.35rem;
    margin: 0.1rem 0 0;
    accent-color: var(--_accent);
  }

  .note p + p {
    margin-top: 0.75rem;
  }
  .note,
  .summary,
  details {
    margin: 0 0 1.5rem;
    padding: 0.9rem 1rem;
    background: var(--_soft);
    border-radius: calc(var(--_radius) * 0.6);
    border: 1px solid var(--_line);
  }
  .summary {
    background: var(--_danger-soft);
    border: 2px solid var(--_danger);
  }
  .summary ul {
    margin-top: 0.35rem;
    padding-inline-start: 1.2rem;
  }
  .summary li {
    padding: 0.35rem 0;
  }
  .summary a {
    padding: 0.35rem 0;
    color: var(--_danger);
    font-weight: 600;
  }
  summary {
    min-height: 1.75rem;
    font-weight: 600;
    cursor: pointer;
  }
  details p {
    margin-top: 0.75rem;
  }

  @media (max-width: 30em) {
    .actions > * {
      flex: 1 1 100%;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .card,
    button {
      transition: background-color 0.15s;
    }
  }
  @media (forced-colors: active) {
    .card:has(:checked) {
      outline: 3px solid Highlight;
    }
    .primary {
      border: 2px solid ButtonText;
    }
  }
`
