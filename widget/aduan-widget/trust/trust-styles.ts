import { css } from '../../element/css.ts'

export const trustStyles = css`
  dialog {
    width: min(34rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    overflow: auto;
    padding: 1.5rem;
    color: var(--_text);
    background: var(--_surface);
    border: 0;
    border-top: 5px solid var(--_accent);
    border-radius: var(--_radius);
  }
  dialog::backdrop {
    background: #0b1413cc;
  }
  h2,
  h3 {
    margin-bottom: 0.5rem;
  }
  h3,
  .quiet {
    margin-top: 1rem;
  }
  ol {
    display: grid;
    gap: 1rem;
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  li p + p {
    margin-top: 0.4rem;
  }
  a {
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--_muted);
  }
  .spoken {
    display: grid;
    grid-template-columns: repeat(3, max-content);
    gap: 0.25rem 1.25rem;
    font: 600 1.25rem ui-monospace, monospace;
  }
`
