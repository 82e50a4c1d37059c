import { html, nothing } from 'lit/html.js'
import type { Wording } from '../../wording/id.ts'
import type { StepName } from '../draft/draft.ts'
import type { Form } from './form.ts'
import type { SendState } from './send-state.ts'

/** Says what happened to a draft before this visit, with a way to begin anew. */
export const renderNote = (note: 'restored' | 'changed' | undefined, wording: Wording, startOver: () => void) =>
  note
    ? html`
        <div class="note" role="status">
          <p>${wording[note]}</p>
          <button type="button" class="plain" ?hidden=${note === 'changed'} @click=${startOver}>${wording.startOver}</button>
        </div>
      `
    : nothing

/** Where people begin, stop to think or look something up, so that keeping or opening a draft is offered. */
const pauses: readonly StepName[] = ['procedure', 'story', 'evidence', 'review']

interface Foot {
  readonly sending: SendState | undefined
  readonly mayKeep: boolean
  readonly stop: () => void
  readonly back: () => void
  readonly keep: () => void
}

/** Shows the buttons of a step and, on the first one, where the draft is. */
export function renderFoot({ wording, draft: { step } }: Form, { sending, mayKeep, stop, back, keep }: Foot) {
  return html`
    <div class="actions">
      <button class="primary" part="primary" aria-disabled=${sending ? 'true' : nothing}>
        ${step === 'review' ? wording.review.send : wording.next}
      </button>
      ${
        sending
          ? html`${
              sending.tryNow
                ? html`<button type="button" @click=${sending.tryNow}>${wording.tryAgain}</button>`
                : nothing
            }
              <button type="button" @click=${stop}>${wording.sending.stop}</button>`
          : step === 'procedure'
            ? nothing
            : html`<button type="button" @click=${back}>${wording.back}</button>`
      }
    </div>
    <p class="kept">
      ${step === 'procedure' ? wording.keptHere : nothing}
      ${mayKeep && pauses.includes(step) ? html`<button type="button" class="plain" @click=${keep}>${wording.keep}</button>` : nothing}
    </p>
  `
}
