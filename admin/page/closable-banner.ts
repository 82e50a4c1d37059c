import { css } from 'lit'

/** Looks of a banner above the page that a person can close. */
export const closableBanner = css`
  .banner {
    align-items: start;
    margin-block-end: 12px;
  }
  .banner p {
    flex: 1;
    align-self: center;
  }
  @media print {
    :host {
      display: none;
    }
  }
`
