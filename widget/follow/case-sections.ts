import { html, nothing } from 'lit/html.js'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import {
  type CaseForm,
  mayDo,
  readText,
  renderCancelButton,
  renderFold,
  renderOlderButton,
  renderRating,
  renderSendButton,
  renderTextEntry,
} from './case-forms.ts'

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

export const renderStatus = ({ view, wording, unit }: CaseForm) => html`
  <section class="status" part="status">
    <p class="badge">${view.statusLabel}</p>
    <p class="meaning">${view.statusMeaning}</p>
    <dl>
      <div><dt>${wording.about}</dt><dd>${view.subject}</dd></div>
      <div><dt>${wording.receivedAt}</dt><dd>${formatDateAndTime(view.receivedAt, unit)}</dd></div>
    </dl>
  </section>
`

/** Other matters of the same complaint: each is a case of its own, and the same code opens it. */
export const renderOthers = ({ view, wording }: CaseForm, open: (number: string) => void) =>
  (view.others ?? []).map(
    ({ number, subject, statusLabel }) => html`<section class="asked">
      <p>${wording.otherMatter} <strong>${number}</strong>: ${subject} (${statusLabel})</p>
      <button type="button" @click=${() => open(number)}>${wording.open}</button>
    </section>`,
  )

export const renderDestroyed = ({ view, wording, unit }: CaseForm) => html`
  <section class="status" part="status">
    <p class="badge">${view.statusLabel}</p>
    ${view.destroyed ? html`<p class="meaning">${wording.destroyed({ date: formatDate(view.destroyed.at, unit), record: view.destroyed.record })}</p>` : nothing}
    <dl>
      <div><dt>${wording.category}</dt><dd>${view.category.label}</dd></div>
      <div><dt>${wording.receivedAt}</dt><dd>${formatDateAndTime(view.receivedAt, unit)}</dd></div>
    </dl>
  </section>
`

export const renderBreaches = ({ view, wording, unit }: CaseForm) =>
  view.breachNotices.map(
    ({ at, text }) => html`<section class="asked">
      <h3>${wording.breach}</h3>
      <p class="written">${text}</p>
      <p class="hint">${formatDateAndTime(at, unit)}</p>
    </section>`,
  )

/** Shows decisions that the reporter has a right to read: on a missing identity, and on declining. */
export function renderDecisions(form: CaseForm) {
  const { view, wording } = form
  const { grounded, declined } = view
  return html`
    ${
      grounded
        ? html`<section>
            <h3>${wording.grounded.title}</h3>
            <p><strong>${grounded.wellFounded ? wording.grounded.yes : wording.grounded.no}</strong></p>
            <p class="written quote">${grounded.because}</p>
          </section>`
        : nothing
    }
    ${
      declined
        ? html`<section class="answer">
            <h3>${wording.declined.title}</h3>
            <p><strong>${declined.reasonLabel}</strong></p>
            <p class="written quote">${declined.text}</p>
            <p><strong>${wording.declined.elsewhere}</strong></p>
            <p class="written">${declined.elsewhere}</p>
            ${view.answer ? nothing : renderReply(form)}
          </section>`
        : nothing
    }
  `
}

export const renderHistory = (form: CaseForm) => {
  const { view, wording, unit } = form
  return renderFold(
    { id: 'history', title: wording.history.title },
    html`
    <ol class="line">
      ${[...view.history].reverse().map(
        ({ at, label, by, text }) => html`
          <li>
            <strong>${label}</strong>
            <span class="hint">${formatDateAndTime(at, unit)}, ${wording.history.by} ${by}</span>
            ${text ? html`<p class="written quote">${text}</p>` : nothing}
          </li>
        `,
      )}
    </ol>
    ${renderOlderButton(form, 'history')}
  `,
  )
}

/** Shows who opened the reporter's identity, and why. Among the reporter's rights it stands that nobody did. */
export function renderAccess(form: CaseForm) {
  const { view, wording, unit } = form
  if (view.identityAccess.length === 0 && !view.older) return nothing
  return renderFold(
    { id: 'access', title: wording.access.title },
    html`
      ${renderOlderButton(form, 'identityAccess')}
      <ul class="line">
        ${view.identityAccess.map(
          ({ at, role, groundLabel, reason }) => html`
            <li>
              <strong>${role}</strong>
              <span class="hint">${formatDateAndTime(at, unit)}</span>
              <p class="written">${groundLabel}: ${reason}</p>
            </li>
          `,
        )}
      </ul>
    `,
  )
}
