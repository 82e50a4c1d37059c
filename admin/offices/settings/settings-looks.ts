import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const settingsLooks = css`
  ${columnOf(1120)}
  .layout {
    display: grid;
    grid-template-columns: 190px minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }
  .layout > nav {
    position: sticky;
    inset-block-start: 16px;
    display: grid;
  }
  .layout > nav a {
    padding: 6px 0;
    text-decoration: none;
  }
  @media (pointer: coarse) {
    .layout > nav a {
      min-block-size: 44px;
      align-content: center;
    }
  }
  .layout > nav a[aria-current] {
    font-weight: 650;
  }
  .within {
    display: grid;
    margin-block-end: 6px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--line);
    font-size: var(--size-small);
  }
  .layout > nav a:hover {
    text-decoration: underline;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    min-inline-size: 0;
  }
  section {
    scroll-margin-block-start: 64px;
  }
  .items {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: start;
    padding: 12px 8px 16px 16px;
    border-radius: var(--radius);
    background: var(--paper);
  }
  .item.nested {
    padding: 12px;
    border: 1px solid var(--line);
    background: var(--surface);
  }
  summary {
    padding-block: 4px;
    color: var(--accent);
    font-weight: 600;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .tools {
    display: flex;
    flex-direction: column;
  }
  /* The browser boxes what lies in a fold, so that a gap of the fold's own would not reach it. */
  details.stack {
    display: block;
  }
  details.stack > * + * {
    margin-block-start: 16px;
  }
  /* A folded item is one line. */
  .item:has(> details:not([open])) {
    align-items: center;
    padding-block: 6px;
  }
  .item > details:not([open]) ~ .tools {
    flex-direction: row;
  }
  pre {
    margin: 0;
    padding: 12px 16px;
    overflow-x: auto;
    border-radius: var(--radius);
    background: var(--paper);
    font-size: var(--size-small);
  }
  pre code {
    overflow-wrap: normal;
  }
  .swatch {
    display: grid;
    gap: 4px;
    margin: 0;
    font-size: var(--size-small);
  }
  .swatch span {
    padding: 10px 16px;
    border-radius: var(--radius);
    color: #fff;
    font-weight: 600;
  }
  /* A picture of a button: nobody has to read it in a colour that is shown as hard to read. */
  .swatch span::before {
    content: attr(data-sample);
  }
  input[type='color'] {
    inline-size: 64px;
    block-size: 44px;
    padding: 2px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .hint .icon {
    vertical-align: -4px;
  }
  .week {
    display: grid;
    gap: 4px;
  }
  .week li {
    display: grid;
    grid-template-columns: 80px minmax(0, 1fr);
    align-items: center;
    min-block-size: 40px;
  }
  .week .error {
    grid-column: 2;
  }
  .day {
    font-weight: 600;
  }
  .blocks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }
  .block {
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
  }
  .hours {
    grid-column: 1 / -1;
  }
  .versions {
    display: grid;
    gap: 12px;
  }
  .hours input,
  .week input {
    flex: 0 1 8.5em;
    min-inline-size: 0;
  }
  .save {
    position: sticky;
    z-index: 5;
    inset-block-end: var(--below, 0px);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin: 0 -8px;
    padding: 12px 16px;
    border-radius: var(--radius-large) var(--radius-large) 0 0;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  @media (max-width: 767px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
    .layout > nav {
      position: static;
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
    }
    .within {
      display: none;
    }
    .item {
      grid-template-columns: minmax(0, 1fr);
      padding-inline-end: 16px;
    }
    .tools {
      flex-direction: row;
      justify-content: flex-end;
    }
    .week li {
      grid-template-columns: minmax(0, 1fr);
      padding-block: 6px;
    }
    .week .error {
      grid-column: 1;
    }
  }
`
