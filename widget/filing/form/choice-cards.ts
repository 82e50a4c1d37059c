/* eslint-disable lit-a11y/click-events-have-key-events -- The label has a radio button, which answers to the keys. */
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

/**
 * Asks a question with one answer. Each answer is a card that says what it means. A touch of a card also leads on; the
 * keys only choose, because arrows choose in passing.
 */
export function renderChoiceCards<Value extends string>(
  form: Form,
  { name, question, hint, choices, choose }: Question<Value>,
) {
  const problem = form.problems[name]
  const id = idOf(name)
  return html`
    <fieldset aria-describedby=${listDescriptions(name, hint, problem)}>
      <legend>${question}</legend>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${renderProblem(name, problem)}
      ${choices.map(({ value, label, meaning }, place) => {
        const isChosen = form.draft[name] === value
        let isTouched = false
        // Keys click with detail 0. The click of a label comes before the choice that it makes.
        const touch = (click: MouseEvent) => {
          if (click.detail) isTouched = true
          if (!click.detail || !isChosen) return
          click.preventDefault()
          form.leadOn?.()
        }
        return html`
          <label class="card" part="card" @click=${touch}>
            <input
              type="radio"
              id=${place === 0 ? id : nothing}
              name=${name}
              .value=${value}
              .checked=${isChosen}
              aria-labelledby="${id}-${value}-label"
              aria-describedby="${id}-${value}"
              @change=${() => {
                choose(value)
                if (isTouched) form.leadOn?.()
              }}
            />
            <span>
              <strong id="${id}-${value}-label">${label}</strong>
              <span class="meaning" id="${id}-${value}">${meaning}</span>
            </span>
          </label>
        `
      })}
    </fieldset>
  `
}
