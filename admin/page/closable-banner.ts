import { css } from 'lit'

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
