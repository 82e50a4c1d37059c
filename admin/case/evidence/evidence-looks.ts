import { css } from 'lit'

/** Files side by side where there is room, each with what can be done with it beneath. */
export const evidenceLooks = css`
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: 16px 24px;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
  }
  li > .icon {
    inline-size: 28px;
    block-size: 28px;
    color: var(--ink-soft);
  }
  .name {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    margin-block-start: 4px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: -8px;
  }
  .ways > * {
    padding-inline: 8px;
  }
`
