import { html, nothing } from 'lit/html.js'
import { css } from '../element/theme.ts'
import { explainFailure, type ServiceFailure } from '../service/exchange.ts'
import { listSteps, titleStep } from './draft/draft.ts'
import type { Form } from './form/form.ts'

/** Shows that the complaint was not sent, why, and where else to go. The form focuses it. */
export function renderFailure({ wording, unit }: Form, failure: ServiceFailure | undefined) {
  if (!failure) return nothing
  const { sending, failures } = wording
  const { telephone } = unit.contact
  const stopped = failure.code === 'network/stopped'
  const title = stopped ? sending.stopped : sending.failed
  return html`
    <div class="summary failed" part="problems" tabindex="-1" role="group" aria-label=${title}>
      <p><strong>${title}</strong></p>
      ${stopped ? nothing : html`<p>${explainFailure(failure, wording)}</p>`}
      ${stopped || !telephone ? nothing : html`<p>${failures.elsewhere({ telephone })}</p>`}
    </div>
  `
}

export function renderStepHeading({ draft, unit, wording }: Form) {
  const steps = listSteps(unit, draft)
  const place = steps.indexOf(draft.step)
  return html`
    <div class="progress" aria-hidden="true">
      ${steps.map((_, at) => html`<span class=${at <= place ? 'done' : ''}></span>`)}
    </div>
    <h2 tabindex="-1">
      <span class="step">${wording.step({ step: place + 1, of: steps.length })}<span class="unseen">:</span></span>
      ${titleStep(draft.step, draft, wording)}
    </h2>
  `
}

export const filingStyles = css`
  .progress {
    display: flex;
    gap: 0.35rem;
    margin-bottom: 1.25rem;
  }
  .progress span {
    flex: 1;
    height: 0.375rem;
    border-radius: 1rem;
    background: var(--_line);
  }
  .progress .done {
    background: var(--_accent);
  }
  .step {
    display: block;
    margin-bottom: 0.2rem;
    font-size: 0.9375rem;
    font-weight: 600;
    color: var(--_accent);
  }
  .place {
    padding: 0.1rem 0.6rem;
    font-size: 0.875rem;
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: 1rem;
  }
  .read-back {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: 1rem;
    padding: 0.4rem 1rem 1rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .read-back > :not(h3, button) {
    flex: 1 0 100%;
    margin-bottom: 0.5rem;
  }
  .read-back h3 {
    flex: 1 1 6rem;
  }
  .state:not(:empty) {
    margin-bottom: 1rem;
    padding: 0.9rem 1rem;
    background: var(--_soft);
    border-inline-start: 4px solid var(--_accent);
    font-weight: 600;
  }
  .kept {
    display: var(--aduan-files, block);
    margin-top: 1.5rem;
    padding-top: 1rem;
    border-top: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .progress span {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    .progress .done {
      background: Highlight;
    }
    .place {
      border: 1px solid CanvasText;
    }
  }
`
