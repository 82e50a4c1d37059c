import { css } from '../../element/css.ts'

export const policyStyles = css`
  ol {
    margin: 0.6rem 0 1.25rem;
    padding-inline-start: 1.6rem;
  }
  li {
    padding: 0.2rem 0 0.2rem 0.2rem;
  }
  li::marker {
    color: var(--_accent);
    font-weight: 700;
  }
`
