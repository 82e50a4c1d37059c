import { css } from 'lit'

export const panelLooks = css`
  section {
    border-radius: var(--radius-large);
    background: var(--surface);
    box-shadow: 0 0 0 2px var(--accent);
    scroll-margin-block-start: 72px;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 10px 12px 0 20px;
  }
  h2:focus-visible {
    outline: none;
  }
  form {
    display: grid;
    gap: 16px;
    padding: 8px 20px 20px;
  }
  form > .actions {
    position: sticky;
    inset-block-end: var(--below, 0px);
    margin: 0 -20px -20px;
    padding: 12px 20px;
    border-radius: 0 0 var(--radius-large) var(--radius-large);
    background: var(--surface);
    box-shadow: 0 -1px 0 var(--line);
  }
  .consequences {
    display: grid;
    gap: 8px;
    padding: 14px 16px;
    border-radius: var(--radius);
    background: var(--paper);
    font-size: 0.875rem;
  }
  .consequences ul {
    display: grid;
    gap: 6px;
  }
  .consequences li {
    display: flex;
    gap: 8px;
  }
  .consequences .icon {
    margin-block-start: 2px;
    color: var(--accent);
  }
  .asked {
    display: grid;
    gap: 12px;
    margin-inline-start: 28px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line-strong);
  }
  blockquote {
    margin: 0;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--accent);
    background: var(--paper);
  }
  .banner ul {
    margin: 4px 0 0;
    padding-inline-start: 18px;
  }
`
