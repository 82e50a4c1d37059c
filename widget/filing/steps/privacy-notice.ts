import { html } from 'lit/html.js'
import type { Form } from '../form/form.ts'

/** Shows the unit's privacy notice, folded, where a person chooses and where they state that they read it. */
export const renderPrivacyNotice = ({ wording, unit }: Form) => html`
  <details part="privacy-notice">
    <summary>${wording.procedure.notice}</summary>
    <p class="written">${unit.privacyNotice.text}</p>
  </details>
`
