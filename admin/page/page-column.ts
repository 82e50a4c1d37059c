import { type CSSResult, css } from 'lit'

export const columnOf = (width: number): CSSResult => css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: ${width}px;
  }
`

export const pageColumn = columnOf(860)
