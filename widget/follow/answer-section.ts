import { html, nothing } from 'lit/html.js'
import { formatDateAndTime } from '../element/dates.ts'
import { type CaseForm, mayDo } from './case-form.ts'
import { readText, renderCancelButton, renderSendButton, renderTextEntry } from './form-parts.ts'
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
            ${renderReply(form)}
          </section>`
        : nothing
    }
    ${renderRating(form)}
  `
}

/** Offers agreement and objection as equals. Each says what it leads to before it is sent. */
export function renderReply(form: CaseForm) {
  const { view, confirming, confirm, wording } = form
  const { accept, objection } = wording.answer
  const mayAccept = mayDo(form, 'acceptance')
  const mayObject = mayDo(form, 'objection')
  if (!mayAccept && !mayObject) return nothing
  if (confirming === 'acceptance') return renderAcceptance(form)
  if (mayObject && (confirming === 'objection' || view.unsatisfied?.objection)) return renderObjection(form)
  return html`
    <div class="actions choice">
      ${mayAccept ? html`<button type="button" @click=${() => confirm('acceptance')}>${accept}</button>` : nothing}
      ${mayObject ? html`<button type="button" @click=${() => confirm('objection')}>${objection}</button>` : nothing}
    </div>
  `
}

function renderAcceptance(form: CaseForm) {
  const { acceptMeaning, acceptSure } = form.wording.answer
  const requests = () => [{ act: 'acceptance', body: {} } as const]
  return html`
    <div class="choice" tabindex="-1" id="acceptance">
      <p>${acceptMeaning}</p>
      <div class="actions">
        ${renderSendButton(form, { form: 'acceptance', label: acceptSure, requests })} ${renderCancelButton(form)}
      </div>
    </div>
  `
}

function renderObjection(form: CaseForm) {
  const { wording, unit } = form
  const text = {
    name: 'objection',
    label: wording.answer.objectionText,
    hint: wording.answer.objectionHint,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const requests = () => {
    const body = readText(form, text)
    return typeof body === 'string' ? body : [{ act: 'objection', body } as const]
  }
  return html`
    <div class="choice">
      ${renderTextEntry(form, text)}
      <div class="actions">
        ${renderSendButton(form, { form: 'objection', label: wording.answer.object, requests })} ${renderCancelButton(form)}
      </div>
    </div>
  `
}
