import { html } from 'lit/html.js'
import { loadWithWording } from '../../wording/languages.ts'
import type { Form } from '../form/form.ts'

/** Offers the office's rules and privacy notice behind one line. They are fetched when somebody opens it. */
export const renderPolicyNote = ({ wording, unit, client }: Form) => html`
  <details
    part="privacy-notice"
    @toggle=${() => loadWithWording(import('../policy/index.ts'), unit.language).catch(() => {})}
  >
    <summary>${wording.policy}</summary>
    <aduan-policy .unit=${unit} .client=${client}></aduan-policy>
  </details>
`
