import { css } from '../../element/css.ts'

/** Hides everything around the question, because what was written must not be read. */
export const idleStyles = css`
  dialog {
    width: min(26rem, calc(100vw - 2rem));
    padding: 1.5rem;
    color: var(--_text);
    background: var(--_surface);
    border: 0;
    border-top: 5px solid var(--_accent);
    border-radius: var(--_radius);
  }
  dialog::backdrop {
    background: #0b1413;
  }
  .actions {
    margin-top: 1.25rem;
  }
  h2 {
    margin-bottom: 0.5rem;
  }
`
