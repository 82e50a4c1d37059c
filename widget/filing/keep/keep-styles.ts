import { css } from '../../element/css.ts'

export const keepStyles = css`
  section {
    margin: 1rem 0 1.5rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  h3 {
    margin: 0 0 0.35rem;
  }
  ul {
    margin: 0.75rem 0;
    padding-inline-start: 1.25rem;
  }
  .actions {
    margin-top: 0.75rem;
  }
`
