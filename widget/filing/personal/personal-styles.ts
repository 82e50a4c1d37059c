import { css } from '../../element/css.ts'

export const personalStyles = css`
  :host {
    margin-bottom: 1.25rem;
  }
  section {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
  }
  ul {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    list-style: none;
    width: 100%;
  }
  li {
    border-top: 1px solid var(--_line);
    padding-top: 0.5rem;
  }
  .where {
    display: block;
    font-size: 0.9375rem;
    color: var(--_muted);
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline wavy var(--_accent);
    text-underline-offset: 0.25em;
  }
  .done:empty {
    display: none;
  }
`
