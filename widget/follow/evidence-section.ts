import { keyed } from 'lit/directives/keyed.js'
import { html, nothing } from 'lit/html.js'
import type { EvidenceChanged } from '../filing/evidence/evidence-changed.ts'
import { formatSize } from '../filing/evidence/evidence-file.ts'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { renderFold, renderSendButton } from './form-parts.ts'

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

/** Shows the evidence, and a way to add more. While the office asks for more, its request has that way. */
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
