import { css, html, type TemplateResult } from 'lit'
import { icons } from './icons.ts'

/** The words of a page that waits: shown late, so that fast answers do not flicker. */
export const pendingState = (sentence: string): TemplateResult => html`<p class="pending" role="status">${sentence}</p>`

/** The words of a page that failed, with a way on. */
export const failedState = (sentence: string, again: string, retry: () => void): TemplateResult => html`
  <div class="banner danger" role="alert">
    ${icons.alert}
    <div class="stack">
      <p>${sentence}</p>
      <div><button type="button" @click=${retry}>${again}</button></div>
    </div>
  </div>`

/** The words of a page that will not come however often it is asked for. */
export const refusedState = (sentence: string): TemplateResult =>
  html`<div class="banner danger" role="alert">${icons.alert}<p>${sentence}</p></div>`

export const states = css`
  .pending {
    padding: 32px 0;
    color: var(--ink-soft);
    animation: appear 0.2s 0.25s backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`
