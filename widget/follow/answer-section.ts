import { html, nothing } from 'lit/html.js'
import { dateAndTime } from '../element/dates.ts'
import { type CaseForm, mayDo } from './case-form.ts'
import { confirmedButton, sendButton, textEntry, textOf } from './form-parts.ts'
import { ratingForm } from './rating-form.ts'

/** The answer with its outcome, and what the reporter can do with it. */
export function answerSection(form: CaseForm) {
  const { view, say, unit } = form
  const { answer } = view
  return html`
    ${
      answer
        ? html`<section class="answer" part="answer" aria-labelledby="answer-title">
            <h3 id="answer-title">${say.answer.title}</h3>
            <p><strong>${say.answer.outcome}: ${answer.outcomeLabel}</strong></p>
            <p class="written quote">${answer.text}</p>
            <p class="hint">${say.answer.by} ${answer.by}, ${dateAndTime(answer.at, unit)}</p>
            ${mayDo(form, 'acceptance') ? acceptance(form) : nothing}
            ${mayDo(form, 'objection') ? objection(form) : nothing}
          </section>`
        : nothing
    }
    ${ratingForm(form)}
  `
}

const acceptance = (form: CaseForm) => {
  const { accept, acceptMeaning, acceptSure } = form.say.answer
  return html`
    <div class="choice">
      <p class="hint">${acceptMeaning}</p>
      ${confirmedButton(form, {
        form: 'acceptance',
        ask: accept,
        label: acceptSure,
        requests: () => [{ act: 'acceptance', body: {} }],
      })}
    </div>
  `
}

function objection(form: CaseForm) {
  const { view, say, unit } = form
  const text = {
    name: 'objection',
    label: say.answer.objection,
    hint: say.answer.objectionHint,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const requests = () => {
    const body = textOf(form, text)
    return typeof body === 'string' ? body : [{ act: 'objection', body } as const]
  }
  return html`
    <details ?open=${view.unsatisfied?.objection ?? false}>
      <summary>${say.answer.objection}</summary>
      ${textEntry(form, text)} ${sendButton(form, { form: 'objection', label: say.answer.object, requests })}
    </details>
  `
}
