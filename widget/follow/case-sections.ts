import { html, nothing } from 'lit/html.js'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import { renderReply } from './answer-section.ts'
import type { CaseForm } from './case-form.ts'
import { renderFold, renderOlderButton } from './form-parts.ts'

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

/** Shows all that is left of a destroyed case. */
export const renderDestroyed = ({ view, wording, unit }: CaseForm) => html`
  <section class="status" part="status">
    <p class="badge">${view.statusLabel}</p>
    ${view.destroyed ? html`<p class="meaning">${wording.destroyed(formatDate(view.destroyed.at, unit), view.destroyed.record)}</p>` : nothing}
    <dl>
      <div><dt>${wording.category}</dt><dd>${view.category.label}</dd></div>
      <div><dt>${wording.receivedAt}</dt><dd>${formatDateAndTime(view.receivedAt, unit)}</dd></div>
    </dl>
  </section>
`

/** Shows the notices of a breach of personal data. */
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

/** Shows the history, newest first, with reasons. */
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
