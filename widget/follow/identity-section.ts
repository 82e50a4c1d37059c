import { html, nothing } from 'lit/html.js'
import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { listFields } from '../filing/draft/asked-fields.ts'
import { makeRequest } from '../filing/draft/complaint-from-draft.ts'
import { findProblems } from '../filing/draft/find-problems.ts'
import { renderTextField } from '../filing/form/text-field.ts'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { renderSendButton } from './form-parts.ts'

// Adding an identity later is voluntary, so no field is required.
const listVoluntaryFields = ({ entries, unit }: CaseForm) =>
  listFields('identity', entries.identity, unit).map((field) => ({ ...field, required: false }))

export const renderIdentityFields = (form: CaseForm) => {
  const { formWording: wording, unit, client, entries, today, enter } = form
  const fields = {
    ...{ wording, unit, client, today, draft: entries.identity, problems: {} },
    change: (identity: typeof entries.identity) => enter({ identity }),
  }
  return listVoluntaryFields(form).map((field) => renderTextField(fields, field))
}

/** Makes the request that adds the filled fields, or none. It is a sentence where something is malformed. */
export function requestIdentity({ view, entries, unit, formWording, today }: CaseForm): readonly Request[] | string {
  const rules = { unit, wording: formWording, today }
  const texts: Readonly<Record<string, string | undefined>> = entries.identity.texts
  const problems = Object.entries(findProblems('identity', entries.identity, rules))
  const malformed = problems.find(([name]) => texts[name]?.trim())
  if (malformed) return String(malformed[1])
  const { reporter } = makeRequest(entries.identity, unit)
  if (!reporter) return []
  const body = unit.sealing ? sealFor(view.number, reporter, unit) : { reporter }
  return [{ act: 'identity', body }]
}

const sealFor = async (number: string, reporter: ComplaintRequestInput['reporter'], unit: TenantView) => {
  const { sealRequest, caseContext } = await import('../filing/sealing/index.ts')
  return sealRequest({ reporter }, unit, caseContext(number))
}

/** Lets a reporter without identity add one, where that is still possible. */
export function renderIdentity(form: CaseForm) {
  const { wording, view } = form
  if (!mayDo(form, 'identity') || view.completion) return nothing
  const requests = () => {
    const identity = requestIdentity(form)
    return identity.length > 0 ? identity : wording.identity.nothing
  }
  return html`
    <details>
      <summary>${wording.identity.title}</summary>
      <p class="lead">${wording.identity.hint}</p>
      ${renderIdentityFields(form)} ${renderSendButton(form, { form: 'identity', label: wording.identity.send, requests })}
    </details>
  `
}
