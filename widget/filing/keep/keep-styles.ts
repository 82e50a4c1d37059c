import { css } from '../../element/css.ts'

export const keepStyles = css`
  section {
    margin: 1rem 0 1.5rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  h2 {
    margin: 0 0 0.35rem;
    font-size: 1.0625rem;
  }
  ul {
    margin: 0.75rem 0;
    padding-inline-start: 1.25rem;
  }
  .carried {
    font: 700 1.5rem / 1.4 ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .actions {
    margin-top: 0.75rem;
  }
`
