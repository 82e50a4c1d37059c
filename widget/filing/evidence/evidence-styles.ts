import { css } from '../../element/css.ts'

export const evidenceStyles = css`
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    margin-bottom: 0.75rem;
    padding: 1.25rem;
    border: 2px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .drop p {
    flex: 1 1 100%;
  }
  .over-it {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  @media (hover: none) {
    .drop p {
      display: none;
    }
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
  }
  ul {
    display: grid;
    gap: 0.75rem;
    margin-bottom: 1.5rem;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    column-gap: 0.75rem;
    padding: 0.5rem 0.5rem 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  li > div:first-child {
    padding-top: 0.3rem;
  }
  .state {
    font-size: 0.9375rem;
    color: var(--_muted);
  }
  .held .state {
    color: var(--_accent);
    font-weight: 600;
  }
  progress,
  .offer,
  .fingerprint,
  .problem {
    grid-column: 1 / -1;
  }
  progress {
    width: calc(100% - 0.5rem);
    height: 0.5rem;
    margin-top: 0.4rem;
    accent-color: var(--_accent);
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.4rem;
  }
  .offer p {
    flex: 1 1 100%;
  }
  .fingerprint {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  summary {
    padding: 0.25rem 0;
    font-weight: 400;
  }
  code {
    display: block;
    font-family: ui-monospace, 'Roboto Mono', Menlo, Consolas, monospace;
    word-break: break-all;
  }
`
