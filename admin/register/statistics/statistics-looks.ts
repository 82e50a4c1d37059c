import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const statisticsLooks = css`
  ${columnOf(1040)}
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .choice .field {
    flex: 0 1 240px;
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .lines {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
  }
  .card {
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  @media (max-width: 900px) {
    .lines {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
