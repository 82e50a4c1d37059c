import { html, nothing } from 'lit/html.js'
import type { QuestionView } from '../../../service/contract/questions.ts'
import { answerPath } from '../../../service/offices/questions/answer-problems.ts'
import type { Answers } from '../../../service/offices/questions/question.ts'
import type { WrittenAnswer } from '../../../service/offices/questions/read-answers.ts'
import { findReferrals } from '../../../service/offices/questions/select-questions.ts'
import { formatDate } from '../../element/dates.ts'
import type { FieldEvent } from '../../element/field-event.ts'
import { readPartWording } from '../../wording/languages.ts'
import { toggle } from '../draft/draft.ts'
import { type Form, idOf, listDescriptions } from '../form/form.ts'
import { renderProblem } from '../form/problem.ts'
import type { LocationChanged } from './aduan-location.ts'
import { formatAmount } from './answer-text.ts'
import { findAsked } from './asked-here.ts'

/** Asks what the chosen category wants besides the story, as far as the answers lead. */
export function renderQuestions(form: Form) {
  const { draft, unit, problems } = form
  const { questions, asked, answers } = findAsked(draft, unit)
  const wording = readPartWording(unit.language).questions
  const unknown = Object.keys(problems).some((path) => questions.every(({ code }) => answerPath(code) !== path))
  return html`
    <p class="lead">${wording.lead}</p>
    ${unknown ? html`<p class="note">${wording.changed}</p>` : nothing}
    ${questions
      .filter(({ code }) => asked.some((one) => one.code === code))
      .map((question) =>
        question.choices.length > 0 ? choices(form, question, answers) : written(form, question, answers),
      )}
  `
}

function change(form: Form, code: string, changes: Partial<WrittenAnswer>): void {
  const { draft } = form
  const before: WrittenAnswer = draft.answers?.[code] ?? { texts: [] }
  form.change({ ...draft, answers: { ...draft.answers, [code]: { ...before, ...changes } } })
}

const renderOptional = ({ wording }: Form, { required }: QuestionView) =>
  required ? nothing : html`<span class="optional">(${wording.optional})</span>`

function choices(form: Form, question: QuestionView, answers: Answers) {
  const { code, kind, label, hint } = question
  const path = answerPath(code)
  const id = idOf(path)
  const problem = form.problems[path]
  const chosen = form.draft.answers?.[code]?.texts ?? []
  return html`
    <fieldset aria-describedby=${listDescriptions(path, hint ?? '', problem)}>
      <legend>${label} ${renderOptional(form, question)}</legend>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderProblem(path, problem)}
      ${question.choices.map(
        (choice, at) => html`
          <label class="card" part="card">
            <input
              type=${kind === 'choice' ? 'radio' : 'checkbox'}
              id=${at === 0 ? id : `${id}-${choice.code}`}
              name=${path}
              .checked=${chosen.includes(choice.code)}
              @change=${() =>
                change(form, code, { texts: kind === 'choice' ? [choice.code] : toggle(chosen, choice.code) })}
            />
            <span>${choice.label}</span>
          </label>
        `,
      )}
    </fieldset>
    <div role="status">${findReferrals(question, answers).map(({ elsewhere }) => renderPointer(form, elsewhere))}</div>
  `
}

function renderPointer({ unit }: Form, elsewhere: QuestionView['choices'][number]['elsewhere']) {
  if (!elsewhere) return nothing
  const { text, phone, link, mayFile } = elsewhere
  const wording = readPartWording(unit.language).questions
  return html`
    <div class="note">
      <p class="written">${text}</p>
      ${phone ? html`<p class="actions"><a class="button" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a></p>` : nothing}
      ${link ? html`<p><a href=${link} target="_blank" rel="noreferrer">${link}</a></p>` : nothing}
      <p><strong>${mayFile ? wording.mayFile : wording.stops}</strong></p>
    </div>
  `
}

function written(form: Form, question: QuestionView, answers: Answers) {
  const { unit, draft, problems } = form
  const { code, kind, label } = question
  const path = answerPath(code)
  const id = idOf(path)
  const problem = problems[path]
  const wording = readPartWording(unit.language).questions
  const own: Readonly<Record<string, string>> = {
    amount: wording.amountHint,
    person: wording.person,
    place: wording.placeHint,
  }
  const hint = [question.hint, own[kind]].filter(Boolean).join(' ')
  const { texts: [text = ''] = [], at } = draft.answers?.[code] ?? {}
  const write = ({ target }: FieldEvent) => change(form, code, { texts: [target.value] })
  const amount = answers[code]
  return html`
    <div class="field">
      <label for=${id}>${label} ${renderOptional(form, question)}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderProblem(path, problem)}
      ${
        kind === 'text'
          ? html`<textarea
              id=${id}
              rows="3"
              aria-required=${question.required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${listDescriptions(path, hint, problem)}
              .value=${text}
              @input=${write}
            ></textarea>`
          : html`<input
              id=${id}
              type=${kind === 'date' ? 'date' : 'text'}
              inputmode=${kind === 'amount' ? 'numeric' : nothing}
              autocomplete="off"
              aria-required=${question.required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${listDescriptions(path, hint, problem)}
              .value=${text}
              @input=${write}
            />`
      }
      ${kind === 'date' && text ? html`<p class="counter">${formatDate(text, { ...unit, timeZone: 'UTC' })}</p>` : nothing}
      ${kind === 'amount' && typeof amount === 'number' ? html`<p class="counter">${formatAmount(amount, unit)}</p>` : nothing}
      ${
        kind === 'place'
          ? html`<aduan-location
              .unit=${unit}
              .at=${at}
              @location-changed=${({ detail }: LocationChanged) => change(form, code, { at: detail })}
            ></aduan-location>`
          : nothing
      }
    </div>
  `
}
