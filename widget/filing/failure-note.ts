import { html, nothing } from 'lit/html.js'
import { failureSentence, type ServiceFailure } from '../service/failure.ts'
import type { Form } from './form/form.ts'

/** That the complaint was not sent, why, and where else to go. The form moves the focus here. */
export function failureNote({ messages, unit }: Form, failure: ServiceFailure | undefined) {
  if (!failure) return nothing
  const { sending, failures } = messages
  const { telephone } = unit.contact
  const stopped = failure.code === 'network/stopped'
  const title = stopped ? sending.stopped : sending.failed
  return html`
    <div class="summary failed" part="problems" tabindex="-1" role="group" aria-label=${title}>
      <p><strong>${title}</strong></p>
      ${stopped ? nothing : html`<p>${failureSentence(failure, messages)}</p>`}
      ${stopped || !telephone ? nothing : html`<p>${failures.elsewhere(telephone)}</p>`}
    </div>
  `
}
