import { css } from 'lit'

export const shellLooks = css`
  :host {
    display: grid;
    grid-template-columns: 212px minmax(0, 1fr);
    min-block-size: 100dvh;
  }
  header {
    --focus: var(--rail-ink);
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    overflow-y: auto;
    background: var(--rail);
    color: var(--rail-ink);
  }
  .brand {
    display: grid;
    padding: 20px 98px 16px 20px;
  }
  alert-button,
  help-button {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 8px;
  }
  alert-button {
    inset-inline-end: 52px;
  }
  .mark {
    color: inherit;
    font-size: 1.25rem;
    font-weight: 700;
    letter-spacing: -0.02em;
    text-decoration: none;
  }
  .unit,
  .email {
    color: var(--rail-soft);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  #rail {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: space-between;
    gap: 24px;
  }
  #rail nav {
    display: grid;
    gap: 2px;
    padding-inline: 10px;
  }
  #rail nav a,
  section a {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 38px;
    padding: 4px 10px;
    border-radius: var(--radius);
    color: var(--rail-ink);
    font-size: 0.875rem;
    text-decoration: none;
  }
  #rail nav a:hover,
  #rail nav a[aria-current],
  section a:hover,
  section a[aria-current] {
    background: var(--rail-on);
  }
  #rail nav a[aria-current] {
    font-weight: 650;
  }
  section {
    display: grid;
    justify-items: start;
    gap: 4px;
    padding: 12px 10px 16px;
  }
  section p {
    display: grid;
    margin: 0 0 4px;
    padding-inline: 10px;
    font-weight: 600;
    font-size: var(--size-small);
  }
  section a {
    inline-size: 100%;
    font-size: var(--size-small);
    font-weight: 500;
  }
  section .email {
    font-weight: 400;
  }
  section button.quiet {
    padding-inline: 10px;
    color: var(--rail-ink);
    font-size: var(--size-small);
    font-weight: 500;
  }
  section button.quiet:hover {
    background: var(--rail-on);
  }
  :host([alone]) {
    display: block;
  }
  :host([alone]) header {
    display: none;
  }
  .menu {
    display: none;
  }
  .count {
    margin-inline-start: auto;
    padding-inline: 7px;
    border-radius: 999px;
    background: var(--rail-on);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    font-weight: 650;
  }
  .beside {
    display: flex;
    gap: 2px;
    margin: -6px -3px 10px;
    padding: 3px;
    overflow-x: auto;
    scrollbar-width: thin;
    box-shadow: 0 1px 0 var(--line);
  }
  .beside a {
    min-block-size: 36px;
    padding: 7px 11px;
    border-radius: var(--radius) var(--radius) 0 0;
    color: var(--ink-soft);
    font-size: 0.875rem;
    text-decoration: none;
    white-space: nowrap;
  }
  .beside a:hover {
    background: var(--sunk);
  }
  .beside a[aria-current] {
    box-shadow: inset 0 -3px 0 var(--accent);
    color: var(--ink);
    font-weight: 650;
  }
  .up {
    margin: 0 0 8px;
  }
  .up a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--size-small);
    text-decoration: none;
  }
  .skip {
    position: fixed;
    z-index: 30;
    inset-block-start: -100px;
    inset-inline-start: 16px;
    box-shadow: var(--shadow);
  }
  .skip:focus {
    inset-block-start: 8px;
  }
  main {
    min-inline-size: 0;
    padding: 18px 28px 24px;
  }
  main:focus-visible {
    outline: none;
  }
  @media (pointer: coarse) {
    #rail nav a,
    .beside a,
    .up a,
    section a {
      min-block-size: 44px;
    }
    .up {
      margin-block: -10px 0;
    }
  }
  @media (max-width: 767px) {
    :host {
      display: block;
    }
    header {
      z-index: 10;
      flex-flow: row wrap;
      align-items: center;
      justify-content: space-between;
      block-size: auto;
      max-block-size: calc(100dvh - 58px);
    }
    .brand {
      display: flex;
      flex: 1;
      align-items: baseline;
      gap: 10px;
      min-inline-size: 0;
      white-space: nowrap;
      padding: 1px 16px;
    }
    .mark {
      padding-block: 7px;
    }
    .unit {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    alert-button,
    help-button {
      position: static;
      inline-size: 48px;
    }
    #rail {
      display: none;
      flex-basis: 100%;
    }
    #rail.open {
      display: flex;
    }
    .bar {
      position: fixed;
      z-index: 11;
      inset: auto 0 0;
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      padding-block-end: env(safe-area-inset-bottom);
      background: var(--rail);
    }
    .bar a,
    .bar .menu {
      --focus: var(--rail-ink);
      position: relative;
      display: grid;
      gap: 2px;
      place-content: center;
      justify-items: center;
      min-block-size: 58px;
      padding: 9px 2px 7px;
      border: 0;
      border-radius: 0;
      background: transparent;
      color: var(--rail-ink);
      font: 500 0.75rem / 1.2 var(--font);
      text-decoration: none;
    }
    .bar [aria-current],
    .bar .menu[aria-expanded='true'] {
      background: var(--rail-on);
      font-weight: 650;
    }
    .bar :focus-visible {
      outline-offset: -3px;
    }
    .bar .count {
      position: absolute;
      inset-block-start: 4px;
      inset-inline-start: calc(50% + 6px);
      padding-inline: 5px;
      background: var(--accent);
      color: var(--accent-ink);
      font-size: 0.6875rem;
    }
    main {
      --below: 58px;
      /* The last button can be moved above the bar and what a toast says. */
      padding: 14px 16px 168px;
    }
  }
  @media print {
    :host {
      display: block;
    }
    header,
    .bar,
    .beside,
    .up,
    .skip {
      display: none;
    }
    main {
      padding: 0;
    }
  }
`
