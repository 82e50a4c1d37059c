import { html } from 'lit/html.js'
import { explainFailure, type ServiceFailure } from '../service/failure.ts'
import type { Wording } from '../wording/id.ts'

/** Shows the link of the page, by which a person can complain without this form. */
export const renderElsewhere = (wording: Wording) => html`
  <p>${wording.elsewhere}</p>
  <p class="lead"><slot></slot></p>
`

/** Shows that the form could not be loaded, why, and the link of the page. */
export const renderFailure = (failure: ServiceFailure, wording: Wording, retry: () => void) => html`
  <div class="summary" role="alert">
    <p><strong>${wording.unavailable}</strong></p>
    <p>${explainFailure(failure, wording)}</p>
  </div>
  ${renderElsewhere(wording)}
  <button type="button" @click=${retry}>${wording.tryAgain}</button>
`
