import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { formatDate } from '../../element/dates.ts'
import { type AskedField, listFields } from '../draft/asked-fields.ts'
import { type StatementName, type StepName, toggle } from '../draft/draft.ts'
import { chooseChannels } from '../draft/find-problems.ts'
import { findCategory, listSteps, titleStep } from '../draft/steps.ts'
import { type Form, idOf, listDescriptions } from '../form/form.ts'
import { renderProblem } from '../form/problem.ts'
import { renderPolicyNote } from './policy-note.ts'

type Line = readonly [label: string, text: string]

/** Reads everything back, with a way to each step, and asks for the statements that a complaint needs. */
export function renderReviewStep(form: Form, change: (step: StepName) => void) {
  return html`
    ${listSteps(form.unit, form.draft)
      .filter((step) => step !== 'review')
      .map((step) => renderReadBack(form, step, () => change(step)))}
    <aduan-personal .form=${form}></aduan-personal>
    ${renderStatement(form, 'statements.truthful', form.wording.review.statement)} ${renderPolicyNote(form)}
  `
}

function renderReadBack(form: Form, step: StepName, change: () => void) {
  const title = step === 'procedure' ? form.wording.procedure.privacy : titleStep(step, form.draft, form.wording)
  const lines = listLines(form, step)
  return html`
    <section class="read-back" part="read-back">
      <h3>${title}</h3>
      <button type="button" class="plain" aria-label="${form.wording.change}: ${title}" @click=${change}>
        ${form.wording.change}
      </button>
      ${lines.map(([label, text]) =>
        label ? html`<dl><dt>${label}</dt><dd class="written">${text}</dd></dl>` : html`<p class="written">${text}</p>`,
      )}
      <p class="hint" ?hidden=${lines.length > 0}>${form.wording.notGiven}</p>
    </section>
  `
}

function listLines({ draft, unit, wording, questions }: Form, step: StepName): Line[] {
  switch (step) {
    case 'procedure': {
      const choice = unit.privacyChoices.find(({ choice }) => choice === draft.privacy)
      return choice ? [['', choice.label]] : []
    }
    case 'category': {
      const category = findCategory(unit, draft)
      return category ? [['', category.label]] : []
    }
    case 'questions':
      return (questions?.listAnswers(draft, unit) ?? []).filter(([, text]) => text)
    case 'evidence':
      return draft.evidence.length > 0 ? draft.evidence.map(({ name }) => ['', name]) : [['', wording.evidence.none]]
    case 'review':
      return []
    case 'story':
    case 'identity': {
      const lines = listFields(step, draft, unit)
        .filter(({ name }) => draft.texts[name]?.trim())
        .map(
          ({ name, kind }): Line => [
            wording.fields[name].label,
            formatText(kind, draft.texts[name]?.trim() ?? '', unit),
          ],
        )
      const channels = chooseChannels(draft, unit).map((channel) => wording.channels[channel])
      return step === 'story' || channels.length === 0
        ? lines
        : [...lines, [wording.fields['reporter.channels'].label, channels.join(' → ')]]
    }
  }
}

const formatText = (kind: AskedField['kind'], text: string, unit: TenantView) =>
  kind === 'day' ? formatDate(text, { ...unit, timeZone: 'UTC' }) : text

function renderStatement({ draft, problems, change }: Form, name: StatementName, text: string) {
  const problem = problems[name]
  return html`
    ${renderProblem(name, problem)}
    <label class="check">
      <input
        type="checkbox"
        id=${idOf(name)}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${listDescriptions(name, '', problem)}
        .checked=${draft.statements.includes(name)}
        @change=${() => change({ ...draft, statements: toggle(draft.statements, name) })}
      />
      <span>${text}</span>
    </label>
  `
}
