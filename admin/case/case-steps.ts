import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { Checklist } from '../../service/contract/checklist.ts'
import { casePath } from '../api/paths.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { fields } from '../ui/fields.ts'
import { isTicked } from '../ui/form.ts'
import { stepsWording } from '../wording/steps-wording.ts'

type Step = Checklist['steps'][number]

/**
 * The checklist of a case's category, and who ticked what. No paper shows it.
 * @fires case-changed - `detail` is the case with the checklist as it is now
 */
@customElement('case-steps')
export class CaseSteps extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .card {
        gap: 8px;
      }
      .hint {
        display: block;
      }
      li {
        overflow-wrap: anywhere;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  /** Draws the boxes anew where the service answers something else than was pressed. */
  @state() private turn = 0
  private readonly attempt = new Attempt(this)

  override render() {
    const { steps, merged } = this.case
    if (steps.length === 0) return nothing
    const words = stepsWording(this.wording)
    const { number } = this.wording.formats
    const done = steps.filter(({ ticked }) => ticked !== null).length
    return html`<section class="card" aria-labelledby="heading" data-turn=${this.turn}>
      <div>
        <h2 id="heading">${words.heading}</h2>
        <p class="soft small" role="status">${words.done(number(done), number(steps.length))}</p>
      </div>
      ${this.attempt.render()}
      <ul class="plain">${steps.map((step) => html`<li>${this.renderStep(step)}</li>`)}</ul>
      ${merged && done > 0 ? html`<p class="soft small">${words.stays}</p>` : nothing}
    </section>`
  }

  private renderStep({ step, label, ticked, former }: Step) {
    const { dayAndTime } = this.wording.formats
    const who = ticked ? `${ticked.by} · ${dayAndTime(ticked.at)}` : ''
    const hint = former ? `${who} · ${stepsWording(this.wording).former}` : who
    return html`<label class="choice">
      <input type="checkbox" .checked=${ticked !== null} ?disabled=${former || !this.case.mayTick}
        @change=${(event: Event) => this.tick(step, event)}>
      <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
    </label>`
  }

  private async tick(step: string, event: Event) {
    const { target } = event
    const on = isTicked(event)
    await this.attempt.run(async () => {
      const path = `${casePath(this.unit.tenant, this.case.number)}/steps`
      const { steps } = await this.client.call<Checklist>('PUT', path, { body: { step, on } })
      this.dispatchEvent(new CustomEvent('case-changed', { detail: { ...this.case, steps } }))
    })
    const kept = this.case.steps.find((one) => one.step === step)?.ticked
    if (this.attempt.refusal && target instanceof HTMLInputElement) target.checked = Boolean(kept)
    this.turn += 1
  }
}
