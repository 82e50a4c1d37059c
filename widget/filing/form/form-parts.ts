import { html, nothing } from 'lit/html.js'
import type { Wording } from '../../texts/languages.ts'
import type { FieldName, StepName } from '../draft/draft.ts'
import type { Problems } from '../draft/problems.ts'
import { type Form, idOf, listDescriptions, renderProblem, type SendState } from './form.ts'

/* eslint-disable lit-a11y/click-events-have-key-events -- The label has a radio button, which answers to the keys. */

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

/** Says what happened to a draft before this visit, with a way to begin anew. */
export const renderNote = (note: 'restored' | 'changed' | undefined, wording: Wording, startOver: () => void) =>
  note
    ? html`
        <div class="note" role="status">
          <p>${wording[note]}</p>
          <button type="button" class="plain" ?hidden=${note === 'changed'} @click=${startOver}>${wording.startOver}</button>
        </div>
      `
    : nothing

/** Where people begin, stop to think or look something up, so that keeping or opening a draft is offered. */
const pauses: readonly StepName[] = ['procedure', 'story', 'evidence', 'review']

interface Foot {
  readonly sending: SendState | undefined
  readonly mayKeep: boolean
  readonly stop: () => void
  readonly back: () => void
  readonly keep: () => void
}

export function renderFoot({ wording, draft: { step } }: Form, { sending, mayKeep, stop, back, keep }: Foot) {
  return html`
    <div class="actions">
      <button class="primary" part="primary" aria-disabled=${sending ? 'true' : nothing}>
        ${step === 'review' ? wording.review.send : wording.next}
      </button>
      ${
        sending
          ? html`${
              sending.tryNow
                ? html`<button type="button" @click=${sending.tryNow}>${wording.tryAgain}</button>`
                : nothing
            }
              <button type="button" @click=${stop}>${wording.sending.stop}</button>`
          : step === 'procedure'
            ? nothing
            : html`<button type="button" @click=${back}>${wording.back}</button>`
      }
    </div>
    <p class="kept">
      ${step === 'procedure' ? wording.keptHere : nothing}
      ${mayKeep && pauses.includes(step) ? html`<button type="button" class="plain" @click=${keep}>${wording.keep}</button>` : nothing}
    </p>
  `
}

/** Lists all problems of a step at its top, each as a link to its field. The form focuses it. */
export function renderProblemSummary(problems: Problems, wording: Wording, goTo: (field: string) => void) {
  const named = Object.entries(problems)
  if (named.length === 0) return nothing
  const follow = (event: Event, field: string) => {
    event.preventDefault()
    goTo(field)
  }
  return html`
    <div class="summary" part="problems" tabindex="-1" role="group" aria-labelledby="summary-title">
      <h3 id="summary-title">${wording.problems.title}</h3>
      <ul>
        ${named.map(
          ([field, problem]) => html`
            <li><a href="#${idOf(field)}" @click=${(event: Event) => follow(event, field)}>${problem}</a></li>
          `,
        )}
      </ul>
    </div>
  `
}
