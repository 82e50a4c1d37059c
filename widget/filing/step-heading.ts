import { html } from 'lit/html.js'
import { stepsOf, stepTitle } from './draft/steps.ts'
import type { Form } from './form/form.ts'

/** Where the person is: a bar for the eye, and words in the heading for everybody. */
export function stepHeading({ draft, unit, messages }: Form) {
  const steps = stepsOf(unit, draft)
  const place = steps.indexOf(draft.step)
  return html`
    <div class="progress" aria-hidden="true">
      ${steps.map((_, at) => html`<span class=${at <= place ? 'done' : ''}></span>`)}
    </div>
    <h2 tabindex="-1">
      <span class="step">${messages.step(place + 1, steps.length)}<span class="unseen">:</span></span>
      ${stepTitle(draft.step, draft, messages)}
    </h2>
  `
}
