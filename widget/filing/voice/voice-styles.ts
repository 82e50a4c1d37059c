import { css } from '../../element/css.ts'

export const voiceStyles = css`
  section {
    margin-bottom: 0.75rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  h3 {
    margin: 0 0 0.35rem;
  }
  .time {
    margin: 0.5rem 0;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  meter {
    display: block;
    width: 100%;
    height: 1rem;
  }
  .actions {
    margin-top: 0.75rem;
  }
`
