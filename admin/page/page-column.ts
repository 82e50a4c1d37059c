import { type CSSResult, css } from 'lit'

/** A page of one column that is so many pixels wide at most. */
export const columnOf = (width: number): CSSResult => css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: ${width}px;
  }
`

/** The column of a page that is read line by line. */
export const pageColumn = columnOf(860)
