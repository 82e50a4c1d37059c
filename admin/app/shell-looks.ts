import { css } from 'lit'

/** The rail beside every page; on a phone a bar above it. */
export const shellLooks = css`
  :host {
    display: grid;
    grid-template-columns: 236px minmax(0, 1fr);
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
    padding: 20px 56px 16px 20px;
  }
  alert-button {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: 10px;
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
  nav {
    display: grid;
    gap: 14px;
    padding-inline: 10px;
  }
  nav [role='group'] {
    display: grid;
    gap: 1px;
  }
  nav p {
    margin: 0;
    padding: 0 10px 2px;
    color: var(--rail-soft);
    font-size: var(--size-small);
  }
  nav a,
  section a {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 34px;
    padding: 4px 10px;
    border-radius: var(--radius);
    color: var(--rail-ink);
    font-size: 0.875rem;
    text-decoration: none;
  }
  nav a:hover,
  nav a[aria-current],
  section a:hover,
  section a[aria-current] {
    background: var(--rail-on);
  }
  nav a[aria-current] {
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
    padding: 18px 28px 48px;
    outline: none;
  }
  @media (pointer: coarse) {
    nav a,
    section a {
      min-block-size: 44px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: block;
    }
    header {
      z-index: 10;
      flex-flow: row wrap;
      align-items: center;
      justify-content: space-between;
      block-size: auto;
      max-block-size: 100dvh;
    }
    .brand {
      display: flex;
      flex: 1;
      align-items: baseline;
      gap: 10px;
      min-inline-size: 0;
      white-space: nowrap;
      padding: 10px 16px;
    }
    .unit {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    alert-button {
      position: static;
    }
    .menu {
      display: inline-flex;
      margin-inline-end: 8px;
      border-color: transparent;
      background: transparent;
      color: inherit;
    }
    .menu:hover {
      border-color: transparent;
      background: var(--rail-on);
    }
    #rail {
      display: none;
      flex-basis: 100%;
    }
    #rail.open {
      display: flex;
    }
    main {
      padding: 16px 16px 48px;
    }
  }
  @media print {
    :host {
      display: block;
    }
    header,
    .skip {
      display: none;
    }
    main {
      padding: 0;
    }
  }
`
