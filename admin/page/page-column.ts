import { css } from 'lit'

/** A page of one column, as wide as its text is read well. */
export const pageColumn = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 860px;
  }
`
