import { html, nothing } from 'lit/html.js'
import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { askedFields } from '../filing/draft/asked-fields.ts'
import { complaintFromDraft } from '../filing/draft/complaint-from-draft.ts'
import { findProblems } from '../filing/draft/find-problems.ts'
import { textField } from '../filing/form/text-field.ts'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { sendButton } from './form-parts.ts'

// Adding is voluntary here, so nothing of it is required.
const voluntary = ({ entries, unit }: CaseForm) =>
  askedFields('identity', entries.identity, unit).map((field) => ({ ...field, required: false }))

/** The identity that a reporter adds later. */
export const identityFields = (form: CaseForm) => {
  const { messages, unit, entries, today, enter } = form
  const fields = {
    ...{ messages, unit, today, draft: entries.identity, problems: {} },
    change: (identity: typeof entries.identity) => enter({ identity }),
  }
  return voluntary(form).map((field) => textField(fields, field))
}

/** The request that adds what was filled in; none when nothing was. A sentence where something is malformed. */
export function identityRequest({ view, entries, unit, messages, today }: CaseForm): readonly Request[] | string {
  const rules = { unit, messages, today }
  const problems = Object.entries(findProblems('identity', entries.identity, rules))
  const malformed = problems.find(([name]) => entries.identity.texts[name as 'reporter.email']?.trim())
  if (malformed) return String(malformed[1])
  const { reporter } = complaintFromDraft(entries.identity, unit)
  if (!reporter) return []
  const body = unit.sealing ? sealedFor(view.number, reporter, unit) : { reporter }
  return [{ act: 'identity', body }]
}

const sealedFor = async (number: string, reporter: ComplaintRequestInput['reporter'], unit: TenantView) => {
  const { sealRequest, caseContext } = await import('../filing/sealing/index.ts')
  return sealRequest({ reporter }, unit, caseContext(number))
}

/** Lets somebody who filed without identity add one, where that is still possible. */
export function identitySection(form: CaseForm) {
  const { say, view } = form
  if (!mayDo(form, 'identity') || view.completion) return nothing
  const requests = () => {
    const identity = identityRequest(form)
    return identity.length > 0 ? identity : say.identity.nothing
  }
  return html`
    <details>
      <summary>${say.identity.title}</summary>
      <p class="lead">${say.identity.hint}</p>
      ${identityFields(form)} ${sendButton(form, { form: 'identity', label: say.identity.send, requests })}
    </details>
  `
}
