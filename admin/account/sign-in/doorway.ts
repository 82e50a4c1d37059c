import { css } from 'lit'

export const doorway = css`
  :host {
    display: grid;
    place-items: center;
    align-content: center;
    min-block-size: 100dvh;
    padding: 24px 16px;
  }
  main {
    display: grid;
    gap: 20px;
    inline-size: min(400px, 100%);
  }
  .brand {
    color: var(--accent);
    font-size: 1.75rem;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .language {
    margin-inline: -14px;
  }
  .card {
    padding: 28px;
  }
`
