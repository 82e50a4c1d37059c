import { html, nothing } from 'lit/html.js'
import type { ClockView } from '../../service/contract/complaint-view.ts'
import { dateAndTime, longDate } from '../element/dates.ts'
import type { CaseForm } from './case-form.ts'

/** What is late, until when it is promised now, and why; or that nobody has said why yet. */
export function delaySection({ view: { delay }, say, unit }: CaseForm) {
  if (!delay) return nothing
  return html`
    <section class="asked">
      <h3>${say.delay.title}</h3>
      <ul class="line">
        ${delay.clocks.map(
          ({ label, dueAt, newDate }) => html`<li class="late">
            <strong>${label}: ${say.delay.was(longDate(dueAt, unit))}</strong>
            ${newDate ? html`<span>${say.delay.now(longDate(newDate, unit))}</span>` : nothing}
          </li>`,
        )}
      </ul>
      ${delay.explanations.length === 0 ? html`<p>${say.delay.unexplained}</p>` : nothing}
      ${delay.explanations.map(
        ({ at, by, reason }) => html`<p class="written quote">${reason}</p>
          <p class="hint">${by}, ${dateAndTime(at, unit)}</p>`,
      )}
    </section>
  `
}

/** The clocks, each with its date and how that date was counted. */
export function clocksSection(form: CaseForm) {
  const { view, say, unit } = form
  if (view.clocks.length === 0) return nothing
  const state = ({ stoppedAt, pausedAt, dueAt }: ClockView) => {
    if (stoppedAt) return say.clocks.done(longDate(stoppedAt, unit))
    return pausedAt ? say.clocks.paused(longDate(pausedAt, unit)) : say.clocks.due(longDate(dueAt, unit))
  }
  return html`
    <section>
      <h3>${say.clocks.title}</h3>
      <ul class="line">
        ${view.clocks.map(
          (clock, at) => html`
            <li class=${clock.overdue ? 'late' : ''}>
              <strong>${clock.label}: ${state(clock)}</strong>
              ${clock.overdue ? html`<span class="problem">${say.clocks.overdue}</span>` : nothing}
              <span class="hint">${clock.explanation} ${clock.basis}.</span>
              ${dayByDay(form, at)}
            </li>
          `,
        )}
      </ul>
    </section>
  `
}

/** How a date was counted, day by day; asked for when it is opened. */
function dayByDay({ days, askForDays, say }: CaseForm, at: number) {
  const counted = days?.clocks[at]
  if (counted?.groups.length === 0) return nothing
  return html`<details @toggle=${askForDays}>
    <summary>${say.clocks.dayByDay}</summary>
    ${days === null ? html`<p class="problem">${say.clocks.daysFailed}</p>` : nothing}
    ${counted ? html`<dl class="days">${counted.groups.map(({ when, what, kind }) => html`<div class=${kind}><dt>${when}</dt><dd>${what}</dd></div>`)}</dl>` : nothing}
  </details>`
}
