import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { longDate } from '../../element/dates.ts'
import { askedFields } from '../draft/asked-fields.ts'
import { type StatementName, type StepName, type TextFieldName, toggled } from '../draft/draft.ts'
import { channelsOf } from '../draft/find-problems.ts'
import { chosenCategory, stepsOf, stepTitle } from '../draft/steps.ts'
import { describedBy, type Form, idOf } from '../form/form.ts'
import { problemBeside } from '../form/problem.ts'
import { privacyNotice } from './privacy-notice.ts'

type Line = readonly [label: string, text: string]

/** Everything read back, with the way to each step, and the statements that a complaint needs. */
export function reviewStep(form: Form, change: (step: StepName) => void) {
  const { messages } = form
  return html`
    <p class="lead">${messages.review.hint}</p>
    ${stepsOf(form.unit, form.draft)
      .filter((step) => step !== 'review')
      .map((step) => readBack(form, step, () => change(step)))}
    <fieldset>
      <legend>${messages.review.statements}</legend>
      ${(['truthful', 'procedureRead', 'privacyNotice'] as const).map((name) =>
        statement(form, `statements.${name}`, messages.review[name]),
      )}
    </fieldset>
    ${privacyNotice(form)}
  `
}

function readBack(form: Form, step: StepName, change: () => void) {
  const title = step === 'procedure' ? form.messages.review.privacy : stepTitle(step, form.draft, form.messages)
  return html`
    <section class="read-back" part="read-back">
      <h3>${title}</h3>
      <button type="button" class="plain" aria-label="${form.messages.change}: ${title}" @click=${change}>
        ${form.messages.change}
      </button>
      <dl>
        ${linesOf(form, step).map(
          ([label, text]) => html`<div><dt>${label}</dt><dd class="written">${text}</dd></div>`,
        )}
      </dl>
    </section>
  `
}

function linesOf({ draft, unit, messages, questions }: Form, step: StepName): Line[] {
  switch (step) {
    case 'procedure': {
      const choice = unit.privacyChoices.find(({ choice }) => choice === draft.privacy)
      return choice ? [[choice.label, choice.meaning]] : []
    }
    case 'category': {
      const category = chosenCategory(unit, draft)
      return category ? [[category.label, category.description]] : []
    }
    case 'questions':
      return (questions?.answerLines(draft, unit) ?? []).map(([label, text]) => [label, text || messages.notGiven])
    case 'evidence':
      return draft.evidence.length > 0
        ? draft.evidence.map(({ name }, at) => [`${messages.fields.evidence.label} ${at + 1}`, name])
        : [[messages.fields.evidence.label, messages.evidence.none]]
    case 'review':
      return []
    case 'story':
    case 'identity': {
      const lines = askedFields(step, draft, unit).map(
        ({ name }): Line => [
          messages.fields[name].label,
          readable(name, draft.texts[name]?.trim(), unit) || messages.notGiven,
        ],
      )
      const channels = channelsOf(draft, unit).map((channel) => messages.channels[channel])
      return step === 'story'
        ? lines
        : [...lines, [messages.fields['reporter.channels'].label, channels.join(' → ') || messages.notGiven]]
    }
  }
}

const readable = (name: TextFieldName, text: string | undefined, unit: TenantView) =>
  text && name === 'occurredAt' ? longDate(text, { ...unit, timeZone: 'UTC' }) : text

function statement({ draft, problems, change }: Form, name: StatementName, text: string) {
  const problem = problems[name]
  return html`
    ${problemBeside(name, problem)}
    <label class="check">
      <input
        type="checkbox"
        id=${idOf(name)}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy(name, '', problem)}
        .checked=${draft.statements.includes(name)}
        @change=${() => change({ ...draft, statements: toggled(draft.statements, name) })}
      />
      <span>${text}</span>
    </label>
  `
}
