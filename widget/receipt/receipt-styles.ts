import { css } from '../element/css.ts'

export const receiptStyles = css`
  .done {
    display: flex;
    flex-wrap: wrap;
    gap: 0.9rem;
    align-items: center;
    margin-bottom: 1.25rem;
  }
  .done h2 {
    flex: 1 1 6rem;
    margin: 0;
  }
  svg {
    width: 2.75rem;
    height: 2.75rem;
    padding: 0.6rem;
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: 50%;
  }
  .keep {
    margin-bottom: 1.5rem;
    padding: 1.25rem;
    background: var(--_soft);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .keep dd {
    margin-bottom: 0.9rem;
    font-family: ui-monospace, 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, monospace;
    font-weight: 700;
  }
  .number {
    font-size: 1.25rem;
  }
  .code {
    font-size: clamp(1.35rem, 6.5vw, 1.9rem);
    line-height: 1.35;
    user-select: all;
  }
  .warning {
    color: var(--_warn);
    background: var(--_warn-soft);
    font-weight: 600;
  }
  .file {
    display: var(--aduan-files, inline-flex);
  }
  section {
    margin-bottom: 1.5rem;
  }
  .dates {
    display: grid;
    gap: 0.75rem;
    margin-top: 0.75rem;
    padding: 0;
    list-style: none;
  }
  .dates li {
    padding-inline-start: 0.9rem;
    border-inline-start: 3px solid var(--_accent);
  }
  .dates strong,
  .dates span {
    display: block;
  }
  .steps {
    margin-top: 0.6rem;
    padding-inline-start: 1.4rem;
  }
  .steps li {
    padding: 0.2rem 0;
  }
`
