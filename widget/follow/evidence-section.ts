import { keyed } from 'lit/directives/keyed.js'
import { html, nothing } from 'lit/html.js'
import type { EvidenceChanged } from '../filing/evidence/evidence-changed.ts'
import { readableSize } from '../filing/evidence/evidence-file.ts'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { sendButton } from './form-parts.ts'

/** Picks and uploads files that are not part of the complaint yet. */
export const evidencePicker = ({ unit, client, enter, entries, round, secret }: CaseForm) =>
  keyed(
    round,
    html`<aduan-evidence
      .limits=${unit.form.evidence}
      .language=${unit.language}
      .held=${entries.evidence}
      .secret=${secret}
      .client=${client}
      @evidence-changed=${({ detail }: EvidenceChanged) =>
        enter({ evidence: detail.held, pendingUploads: detail.pending.length })}
    ></aduan-evidence>`,
  )

/** The complaint's evidence, and the way to add more. While the office asks for more, that way is in its request. */
export function evidenceSection(form: CaseForm) {
  const { say, view, unit, entries, download } = form
  const requests = (): readonly Request[] | string => {
    if (entries.pendingUploads > 0) return say.evidence.pending
    const ids = entries.evidence.map(({ id }) => id)
    return ids.length > 0 ? [{ act: 'evidence', body: { evidence: ids } }] : say.evidence.nothing
  }
  return html`
    <section aria-labelledby="evidence-title">
      <h3 id="evidence-title">${say.evidence.title}</h3>
      ${view.evidence.length === 0 ? html`<p class="hint">${say.evidence.none}</p>` : nothing}
      <ul class="files">
        ${view.evidence.map(
          ({ id, name, size, sha256, browserAgreed, available }) => html`
            <li>
              <div>
                ${name} <span class="hint">${readableSize(size, unit.language)}</span>
                <details class="hint">
                  <summary>SHA-256 ${sha256.slice(0, 8)}…${browserAgreed ? html`, ${say.evidence.agreed}` : nothing}</summary>
                  <code>${sha256}</code>
                </details>
                ${available ? nothing : html`<p class="hint">${say.evidence.infected}</p>`}
              </div>
              ${
                available
                  ? html`<button
                      type="button"
                      class="plain"
                      aria-label="${say.evidence.download}: ${name}"
                      @click=${() => download(`evidence/${id}`, name)}
                    >
                      ${say.evidence.download}
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
              <summary>${say.evidence.add}</summary>
              ${evidencePicker(form)} ${sendButton(form, { form: 'evidence', label: say.evidence.send, requests })}
            </details>`
          : nothing
      }
    </section>
  `
}
