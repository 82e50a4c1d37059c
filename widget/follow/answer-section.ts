import { html, nothing } from 'lit/html.js'
import { formatDateAndTime } from '../element/dates.ts'
import { type CaseForm, mayDo } from './case-form.ts'
import { readText, renderConfirmedButton, renderSendButton, renderTextEntry } from './form-parts.ts'
import { renderRating } from './rating-form.ts'

/** Shows the answer with its outcome, and what the reporter can do about it. */
export function renderAnswer(form: CaseForm) {
  const { view, wording, unit } = form
  const { answer } = view
  return html`
    ${
      answer
        ? html`<section class="answer" part="answer" aria-labelledby="answer-title">
            <h3 id="answer-title">${wording.answer.title}</h3>
            <p><strong>${wording.answer.outcome}: ${answer.outcomeLabel}</strong></p>
            <p class="written quote">${answer.text}</p>
            <p class="hint">${wording.answer.by} ${answer.by}, ${formatDateAndTime(answer.at, unit)}</p>
            ${mayDo(form, 'acceptance') ? renderAcceptance(form) : nothing}
            ${mayDo(form, 'objection') ? renderObjection(form) : nothing}
          </section>`
        : nothing
    }
    ${renderRating(form)}
  `
}

const renderAcceptance = (form: CaseForm) => {
  const { accept, acceptMeaning, acceptSure } = form.wording.answer
  return html`
    <div class="choice">
      <p class="hint">${acceptMeaning}</p>
      ${renderConfirmedButton(form, {
        form: 'acceptance',
        ask: accept,
        label: acceptSure,
        requests: () => [{ act: 'acceptance', body: {} }],
      })}
    </div>
  `
}

function renderObjection(form: CaseForm) {
  const { view, wording, unit } = form
  const text = {
    name: 'objection',
    label: wording.answer.objection,
    hint: wording.answer.objectionHint,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const requests = () => {
    const body = readText(form, text)
    return typeof body === 'string' ? body : [{ act: 'objection', body } as const]
  }
  return html`
    <details ?open=${view.unsatisfied?.objection ?? false}>
      <summary>${wording.answer.objection}</summary>
      ${renderTextEntry(form, text)} ${renderSendButton(form, { form: 'objection', label: wording.answer.object, requests })}
    </details>
  `
}
