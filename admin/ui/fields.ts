import { css } from 'lit'

export const fields = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .field > label,
  .field > legend {
    padding: 0;
    font-weight: 600;
  }
  .optional {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .hint {
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .error {
    display: flex;
    gap: 6px;
    color: var(--danger);
    font-size: var(--size-small);
    font-weight: 600;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  input:not([type='checkbox'], [type='radio'], [type='color'], [type='file'], .unseen),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }
  textarea {
    min-block-size: 5em;
    resize: vertical;
  }
  ::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }
  .field > label.choice {
    font-weight: 400;
  }
  .choice {
    display: flex;
    gap: 10px;
    padding-block: 4px;
    cursor: pointer;
  }
  .choice > span {
    min-inline-size: 0;
  }
  .choice .hint {
    display: block;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 16px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  @media (pointer: coarse) {
    input:not([type='checkbox'], [type='radio'], [type='color'], [type='file'], .unseen),
    select,
    textarea {
      min-block-size: 44px;
      font-size: 1rem;
    }
    .choice {
      padding-block: 10px;
    }
  }
`

export const formGrid = css`
  form {
    display: grid;
    gap: 16px;
  }
`

export const insetForm = css`
  form {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--paper);
  }
`

export const formOutcome = css`
  .sentence,
  .preview {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--accent);
    background: var(--paper);
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    summary {
      padding-block: 10px;
    }
  }
`
