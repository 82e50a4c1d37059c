import { html, nothing } from 'lit/html.js'
import type { ClockView } from '../../service/contract/complaint-view.ts'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import type { CaseForm } from './case-form.ts'
import { renderFold } from './form-parts.ts'

/** Shows what is late, the new date and the reason, or that nobody has given a reason yet. */
export function renderDelay({ view: { delay }, wording, unit }: CaseForm) {
  if (!delay) return nothing
  return html`
    <section class="asked">
      <h3>${wording.delay.title}</h3>
      <ul class="line">
        ${delay.clocks.map(
          ({ label, dueAt, newDate }) => html`<li class="late">
            <strong>${label}: ${wording.delay.was(formatDate(dueAt, unit))}</strong>
            ${newDate ? html`<span>${wording.delay.now(formatDate(newDate, unit))}</span>` : nothing}
          </li>`,
        )}
      </ul>
      ${delay.explanations.length === 0 ? html`<p>${wording.delay.unexplained}</p>` : nothing}
      ${delay.explanations.map(
        ({ at, by, reason }) => html`<p class="written quote">${reason}</p>
          <p class="hint">${by}, ${formatDateAndTime(at, unit)}</p>`,
      )}
    </section>
  `
}

/** Shows the clocks, each with its date and how that date was counted. */
export function renderClocks(form: CaseForm) {
  const { view, wording, unit } = form
  if (view.clocks.length === 0) return nothing
  const state = ({ stoppedAt, pausedAt, dueAt }: ClockView) => {
    if (stoppedAt) return wording.clocks.done(formatDate(stoppedAt, unit))
    return pausedAt ? wording.clocks.paused(formatDate(pausedAt, unit)) : wording.clocks.due(formatDate(dueAt, unit))
  }
  const next = view.clocks
    .filter(({ stoppedAt }) => !stoppedAt)
    .sort((one, two) => one.dueAt.localeCompare(two.dueAt))[0]
  return renderFold(
    { id: 'clocks', title: wording.clocks.title, brief: next ? `${next.label} ${state(next)}` : '' },
    html`
      <ul class="line">
        ${view.clocks.map(
          (clock, at) => html`
            <li class=${clock.overdue ? 'late' : ''}>
              <strong>${clock.label}: ${state(clock)}</strong>
              ${clock.overdue ? html`<span class="problem">${wording.clocks.overdue}</span>` : nothing}
              <span class="hint">${clock.explanation} ${clock.basis}.</span>
              ${renderDays(form, at)}
            </li>
          `,
        )}
      </ul>
    `,
  )
}

/** Shows day by day how a date was counted. It is fetched when it is opened. */
function renderDays({ days, askForDays, wording }: CaseForm, at: number) {
  const counted = days?.clocks[at]
  if (counted?.groups.length === 0) return nothing
  return html`<details @toggle=${askForDays}>
    <summary>${wording.clocks.dayByDay}</summary>
    ${days === null ? html`<p class="problem">${wording.clocks.daysFailed}</p>` : nothing}
    ${counted ? html`<dl class="days">${counted.groups.map(({ when, what, kind }) => html`<div class=${kind}><dt>${when}</dt><dd>${what}</dd></div>`)}</dl>` : nothing}
  </details>`
}
