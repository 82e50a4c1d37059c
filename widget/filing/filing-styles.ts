import { css } from '../element/css.ts'

export const filingStyles = css`
  .progress {
    display: flex;
    gap: 0.35rem;
    margin-bottom: 1.25rem;
  }
  .progress span {
    flex: 1;
    height: 0.375rem;
    border-radius: 1rem;
    background: var(--_line);
  }
  .progress .done {
    background: var(--_accent);
  }
  .step {
    display: block;
    margin-bottom: 0.2rem;
    font-size: 0.9375rem;
    font-weight: 600;
    color: var(--_accent);
  }
  .place {
    padding: 0.1rem 0.6rem;
    font-size: 0.875rem;
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: 1rem;
  }
  .read-back {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: 1rem;
    padding: 0.4rem 1rem 1rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .read-back > :not(h3, button) {
    flex: 1 0 100%;
    margin-bottom: 0.5rem;
  }
  .read-back h3 {
    flex: 1 1 6rem;
  }
  .state:not(:empty) {
    margin-bottom: 1rem;
    padding: 0.9rem 1rem;
    background: var(--_soft);
    border-inline-start: 4px solid var(--_accent);
    font-weight: 600;
  }
  .kept {
    display: var(--aduan-files, block);
    margin-top: 1.5rem;
    padding-top: 1rem;
    border-top: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .progress span {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    .progress .done {
      background: Highlight;
    }
    .place {
      border: 1px solid CanvasText;
    }
  }
`
