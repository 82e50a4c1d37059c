import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const staffLooks = css`
  ${columnOf(1120)}
  .people {
    display: grid;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .people li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) 256px;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 12px 12px 24px;
  }
  .people li + li {
    border-block-start: 1px solid var(--line);
  }
  .who {
    overflow-wrap: anywhere;
  }
  .roles {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .roles span {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: var(--size-small);
    font-weight: 600;
  }
  .invited {
    display: flex;
    align-items: center;
    gap: 4px;
    color: var(--warn);
    font-weight: 600;
  }
  .again {
    margin-inline-start: -14px;
  }
  .people .row {
    justify-content: end;
  }
  @media (max-width: 760px) {
    .people li {
      grid-template-columns: minmax(0, 1fr);
      padding: 14px 16px;
    }
  }
`

export const unitRolesLooks = css`
  li {
    padding-block: 10px;
  }
  li + li {
    border-block-start: 1px solid var(--line);
  }
  summary {
    padding-block: 10px;
    cursor: pointer;
  }
`
