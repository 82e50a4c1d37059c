import { html } from 'lit/html.js'
import { listSteps, titleStep } from './draft/steps.ts'
import type { Form } from './form/form.ts'

/** Shows the current step: as a bar for the eye, and in words for everybody. */
export function renderStepHeading({ draft, unit, wording }: Form) {
  const steps = listSteps(unit, draft)
  const place = steps.indexOf(draft.step)
  return html`
    <div class="progress" aria-hidden="true">
      ${steps.map((_, at) => html`<span class=${at <= place ? 'done' : ''}></span>`)}
    </div>
    <h2 tabindex="-1">
      <span class="step">${wording.step(place + 1, steps.length)}<span class="unseen">:</span></span>
      ${titleStep(draft.step, draft, wording)}
    </h2>
  `
}
