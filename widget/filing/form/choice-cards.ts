import { html, nothing } from 'lit/html.js'
import type { FieldName } from '../draft/draft.ts'
import { type Form, idOf, listDescriptions } from './form.ts'
import { renderProblem } from './problem.ts'

interface Choice<Value> {
  readonly value: Value
  readonly label: string
  readonly meaning: string
}

interface Question<Value> {
  readonly name: Extract<FieldName, 'privacy' | 'category'>
  readonly question: string
  readonly hint: string
  readonly choices: readonly Choice<Value>[]
  readonly choose: (value: Value) => void
}

/** Asks a question with one answer. Each answer is a card that says what it means. */
export function renderChoiceCards<Value extends string>(
  form: Form,
  { name, question, hint, choices, choose }: Question<Value>,
) {
  const problem = form.problems[name]
  const id = idOf(name)
  return html`
    <fieldset aria-describedby=${listDescriptions(name, hint, problem)}>
      <legend>${question}</legend>
      <p class="hint" id="${id}-hint">${hint}</p>
      ${renderProblem(name, problem)}
      ${choices.map(
        ({ value, label, meaning }, place) => html`
          <label class="card" part="card">
            <input
              type="radio"
              id=${place === 0 ? id : nothing}
              name=${name}
              .value=${value}
              .checked=${form.draft[name] === value}
              aria-labelledby="${id}-${value}-label"
              aria-describedby="${id}-${value}"
              @change=${() => choose(value)}
            />
            <span>
              <strong id="${id}-${value}-label">${label}</strong>
              <span class="meaning" id="${id}-${value}">${meaning}</span>
            </span>
          </label>
        `,
      )}
    </fieldset>
  `
}
