import { css } from '../../element/css.ts'

export const similarStyles = css`
  section {
    display: grid;
    gap: 0.5rem;
  }
  ul {
    padding-inline-start: 1.25rem;
  }
  /* A device in the office's hall leads nowhere else. */
  .away {
    display: var(--aduan-files, block);
  }
`
