import { css } from 'lit'

export const paperLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  form,
  .read {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 860px;
  }
  .pair,
  .three {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 12px;
  }
  .entries {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .entries > legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 650;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 12px 16px 16px;
    border-radius: var(--radius);
    background: var(--paper);
  }
  @media (min-width: 641px) {
    form > .actions {
      position: sticky;
      inset-block-end: var(--below, 0px);
      margin: 0 -24px -20px;
      padding: 12px 24px;
      border-radius: 0 0 var(--radius-large) var(--radius-large);
      background: var(--surface);
      box-shadow: 0 -1px 0 var(--line);
    }
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
  }
  .read section {
    display: grid;
    gap: 4px;
  }
  .read h2 {
    font-size: var(--size-body);
  }
  .read ol {
    display: grid;
    gap: 12px;
  }
`
