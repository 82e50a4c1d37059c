import { keyed } from 'lit/directives/keyed.js'
import { html, nothing } from 'lit/html.js'
import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { formatDate } from '../element/dates.ts'
import { findProblems, listFields, makeRequest } from '../filing/draft/asked-fields.ts'
import { type EvidenceChanged, formatSize } from '../filing/evidence/evidence-file.ts'
import { renderTextField } from '../filing/form/text-field.ts'
import {
  type CaseForm,
  mayDo,
  type Request,
  readText,
  renderFold,
  renderSendButton,
  renderTextEntry,
} from './case-forms.ts'

/** Picks and uploads files that do not belong to the complaint yet. */
export const renderEvidencePicker = ({ unit, client, enter, entries, round, secret }: CaseForm) =>
  keyed(
    round,
    html`<aduan-evidence
      .limits=${unit.form.evidence}
      .language=${unit.language}
      .held=${entries.evidence}
      .secret=${secret}
      .client=${client}
      @evidence-changed=${({ detail }: EvidenceChanged) =>
        enter({ evidence: detail.evidence, pendingUploads: detail.pending.length })}
    ></aduan-evidence>`,
  )

export function renderEvidence(form: CaseForm) {
  const { wording, view, unit, entries, download } = form
  const requests = (): readonly Request[] | string => {
    if (entries.pendingUploads > 0) return wording.evidence.pending
    const ids = entries.evidence.map(({ id }) => id)
    return ids.length > 0 ? [{ act: 'evidence', body: { evidence: ids } }] : wording.evidence.nothing
  }
  return renderFold(
    { id: 'evidence', title: wording.evidence.title, brief: view.evidence.length ? String(view.evidence.length) : '' },
    html`
      ${view.evidence.length === 0 ? html`<p class="hint">${wording.evidence.none}</p>` : nothing}
      <ul class="files">
        ${view.evidence.map(
          ({ id, name, size, sha256, browserAgreed, available }) => html`
            <li>
              <div>
                ${name} <span class="hint">${formatSize(size, unit.language)}</span>
                <details class="hint">
                  <summary>SHA-256 ${sha256.slice(0, 8)}…${browserAgreed ? html`, ${wording.evidence.agreed}` : nothing}</summary>
                  <code>${sha256}</code>
                </details>
                ${available ? nothing : html`<p class="hint">${wording.evidence.infected}</p>`}
              </div>
              ${
                available
                  ? html`<button
                      type="button"
                      class="plain"
                      aria-label="${wording.evidence.download}: ${name}"
                      @click=${() => download(`evidence/${id}`, name)}
                    >
                      ${wording.evidence.download}
                    </button>`
                  : nothing
              }
            </li>
          `,
        )}
      </ul>
      ${
        mayDo(form, 'evidence') && !view.completion && unit.form.evidence.maxFiles > 0
          ? html`<details>
              <summary>${wording.evidence.add}</summary>
              ${renderEvidencePicker(form)} ${renderSendButton(form, { form: 'evidence', label: wording.evidence.send, requests })}
            </details>`
          : nothing
      }
    `,
  )
}

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

/** Lists what the office misses, with the form that completes it. It comes first, because a clock is running. */
export function renderCompletion(form: CaseForm) {
  const { view, wording, unit, formWording } = form
  const { completion } = view
  if (!completion) return nothing
  const text = {
    name: 'completion',
    label: wording.completion.text,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const asksIdentity =
    mayDo(form, 'identity') && completion.items.some((item) => item === 'identity' || item === 'contact')

  const missing = completion.items.filter((item) => !completion.brought.includes(item))
  const hasFiles = form.entries.evidence.length > 0
  const brings = missing.filter((item) => form.entries.brings.includes(item) || (item === 'evidence' && hasFiles))

  const requests = (): readonly Request[] | string => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    if (form.entries.pendingUploads > 0) return wording.evidence.pending
    const identity = asksIdentity ? requestIdentity(form) : []
    if (typeof identity === 'string') return identity
    const ids = form.entries.evidence.map(({ id }) => id)
    if (missing.length > 0 && brings.length === 0) return wording.completion.pick
    if (brings.includes('evidence') && ids.length === 0) return wording.evidence.nothing
    return [
      ...(ids.length > 0 ? [{ act: 'evidence', body: { evidence: ids } } as const] : []),
      ...identity,
      { act: 'messages', body: { text: written.text, completes: true, brings } },
    ]
  }

  const toggle = (item: (typeof missing)[number]) =>
    form.enter({ brings: brings.includes(item) ? brings.filter((one) => one !== item) : [...brings, item] })

  return html`
    <section class="asked" part="completion" aria-labelledby="completion-title">
      <h3 id="completion-title">${wording.completion.title}</h3>
      <p class="written quote">${completion.text}</p>
      <fieldset>
        <legend>${wording.completion.brings}</legend>
        ${missing.map(
          (item) => html`<label class="check">
            <input type="checkbox" .checked=${brings.includes(item)} @change=${() => toggle(item)} />
            <span>${wording.completion.asked[item]}</span>
          </label>`,
        )}
      </fieldset>
      ${
        completion.brought.length > 0
          ? html`<p class="hint">${wording.completion.brought}: ${completion.brought.map((item) => wording.completion.asked[item]).join(', ')}</p>`
          : nothing
      }
      <p>
        <strong>${wording.completion.until({ date: formatDate(completion.until, unit) })}</strong> ${wording.completion.paused}
      </p>
      ${renderTextEntry(form, { ...text, rows: 6 })}
      ${
        mayDo(form, 'evidence')
          ? html`<details ?open=${completion.items.includes('evidence')}>
              <summary>${wording.evidence.add} <span class="optional">(${formWording.optional})</span></summary>
              ${renderEvidencePicker(form)}
            </details>`
          : nothing
      }
      ${asksIdentity ? renderIdentityFields(form) : nothing}
      ${renderSendButton(form, { form: 'completion', label: wording.completion.send, requests })}
    </section>
  `
}
