import { css } from 'lit'

export const sectionLooks = css`
  form,
  .steps {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .state {
    display: flex;
    gap: 8px;
  }
  .state .icon {
    margin-block-start: 1px;
    color: var(--ink-soft);
  }
  .state.ok .icon {
    color: var(--ok);
  }
  .things {
    display: grid;
    border-block-start: 1px solid var(--line);
  }
  .things li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    padding-block: 10px;
    overflow-wrap: anywhere;
  }
  .things li + li {
    border-block-start: 1px solid var(--line);
  }
  .narrow {
    max-inline-size: 360px;
  }
`
