import { html, nothing } from 'lit/html.js'
import { explainFailure, type ServiceFailure } from '../service/failure.ts'
import type { Form } from './form/form.ts'

/** Shows that the complaint was not sent, why, and where else to go. The form focuses it. */
export function renderFailure({ wording, unit }: Form, failure: ServiceFailure | undefined) {
  if (!failure) return nothing
  const { sending, failures } = wording
  const { telephone } = unit.contact
  const stopped = failure.code === 'network/stopped'
  const title = stopped ? sending.stopped : sending.failed
  return html`
    <div class="summary failed" part="problems" tabindex="-1" role="group" aria-label=${title}>
      <p><strong>${title}</strong></p>
      ${stopped ? nothing : html`<p>${explainFailure(failure, wording)}</p>`}
      ${stopped || !telephone ? nothing : html`<p>${failures.elsewhere(telephone)}</p>`}
    </div>
  `
}
