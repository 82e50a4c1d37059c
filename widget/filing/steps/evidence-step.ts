import { html, nothing } from 'lit/html.js'
import type { EvidenceChange, EvidenceChanged } from '../evidence/evidence-changed.ts'
import type { Form } from '../form/form.ts'
import { renderProblem } from '../form/problem.ts'

/** How far the evidence part has been fetched. It is fetched on demand, because many file without evidence. */
export type EvidenceLoading = 'idle' | 'loading' | 'ready' | 'failed'

interface EvidencePart {
  readonly loading: EvidenceLoading
  readonly changed: (files: EvidenceChange) => void
}

/**
 * Shows the evidence part, or that it is not here yet. Once it is here it stays in the tree during other steps, so that
 * uploads go on.
 */
export function renderEvidenceStep(form: Form, { loading, changed }: EvidencePart) {
  const { wording, unit, draft, problems } = form
  const shown = draft.step === 'evidence'
  if (!shown && loading !== 'ready') return nothing
  if (loading === 'ready') {
    return html`
      ${renderProblem('evidence', problems.evidence)}
      <aduan-evidence
        id="evidence"
        ?hidden=${!shown}
        .limits=${unit.form.evidence}
        .language=${unit.language}
        .held=${draft.evidence}
        .pending=${draft.pending}
        .secret=${draft.key}
        .client=${form.client}
        @evidence-changed=${({ detail }: EvidenceChanged) => changed(detail)}
      ></aduan-evidence>
    `
  }
  return html`
    <p class="lead">${wording.evidence.lead}</p>
    <div class="note" role="status" ?hidden=${loading !== 'failed'}>${wording.evidence.unavailable}</div>
    <p class="lead">
      <button type="button" aria-disabled=${loading === 'loading' ? 'true' : nothing} @click=${form.loadEvidence}>
        ${loading === 'loading' ? wording.evidence.loading : wording.evidence.add}
      </button>
    </p>
  `
}
