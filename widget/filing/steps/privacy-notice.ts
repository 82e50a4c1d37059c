import { html } from 'lit/html.js'
import type { Form } from '../form/form.ts'

/** The unit's privacy notice, folded; shown where a person chooses and where they state that they read it. */
export const privacyNotice = ({ messages, unit }: Form) => html`
  <details part="privacy-notice">
    <summary>${messages.procedure.notice}</summary>
    <p class="written">${unit.privacyNotice.text}</p>
  </details>
`
