import { html, nothing } from 'lit/html.js'
import { dateAndTime, longDate } from '../element/dates.ts'
import type { CaseForm } from './case-form.ts'
import { olderButton } from './form-parts.ts'

/** Where the complaint stands, in plain words. */
export const statusSection = ({ view, say, unit }: CaseForm) => html`
  <section class="status" part="status">
    <p class="badge">${view.statusLabel}</p>
    <p class="meaning">${view.statusMeaning}</p>
    <dl>
      <div><dt>${say.about}</dt><dd>${view.subject}</dd></div>
      <div><dt>${say.receivedAt}</dt><dd>${dateAndTime(view.receivedAt, unit)}</dd></div>
    </dl>
  </section>
`

/** All there is to say of a case that is past its time. */
export const destroyedSection = ({ view, say, unit }: CaseForm) => html`
  <section class="status" part="status">
    <p class="badge">${view.statusLabel}</p>
    ${view.destroyed ? html`<p class="meaning">${say.destroyed(longDate(view.destroyed.at, unit), view.destroyed.record)}</p>` : nothing}
    <dl>
      <div><dt>${say.category}</dt><dd>${view.category.label}</dd></div>
      <div><dt>${say.receivedAt}</dt><dd>${dateAndTime(view.receivedAt, unit)}</dd></div>
    </dl>
  </section>
`

/** What the office must tell about personal data that came to light. */
export const breachSections = ({ view, say, unit }: CaseForm) =>
  view.breachNotices.map(
    ({ at, text }) => html`<section class="asked">
      <h3>${say.breach}</h3>
      <p class="written">${text}</p>
      <p class="hint">${dateAndTime(at, unit)}</p>
    </section>`,
  )

/** Decisions of the office that the reporter has a right to read: on a missing identity, and on declining. */
export function decisionSections({ view, say }: CaseForm) {
  const { grounded, declined } = view
  return html`
    ${
      grounded
        ? html`<section>
            <h3>${say.grounded.title}</h3>
            <p><strong>${grounded.wellFounded ? say.grounded.yes : say.grounded.no}</strong></p>
            <p class="written quote">${grounded.because}</p>
          </section>`
        : nothing
    }
    ${
      declined
        ? html`<section class="answer">
            <h3>${say.declined.title}</h3>
            <p><strong>${declined.reasonLabel}</strong></p>
            <p class="written quote">${declined.text}</p>
            <p><strong>${say.declined.elsewhere}</strong></p>
            <p class="written">${declined.elsewhere}</p>
          </section>`
        : nothing
    }
  `
}

/** Everything that happened, newest first, with reasons. */
export const historySection = (form: CaseForm) => {
  const { view, say, unit } = form
  return html`
  <section>
    <h3>${say.history.title}</h3>
    <ol class="line">
      ${[...view.history].reverse().map(
        ({ at, label, by, text }) => html`
          <li>
            <strong>${label}</strong>
            <span class="hint">${dateAndTime(at, unit)}, ${say.history.by} ${by}</span>
            ${text ? html`<p class="written quote">${text}</p>` : nothing}
          </li>
        `,
      )}
    </ol>
    ${olderButton(form, 'history')}
  </section>
`
}

/** Who opened the reporter's identity, and why. */
export function accessSection(form: CaseForm) {
  const { view, say, unit } = form
  if (view.privacy === 'anonymous' && view.identityAccess.length === 0) return nothing
  return html`
    <section>
      <h3>${say.access.title}</h3>
      ${view.identityAccess.length === 0 ? html`<p class="hint">${say.access.none}</p>` : nothing}
      ${olderButton(form, 'identityAccess')}
      <ul class="line">
        ${view.identityAccess.map(
          ({ at, role, groundLabel, reason }) => html`
            <li>
              <strong>${role}</strong>
              <span class="hint">${dateAndTime(at, unit)}</span>
              <p class="written">${groundLabel}: ${reason}</p>
            </li>
          `,
        )}
      </ul>
    </section>
  `
}
